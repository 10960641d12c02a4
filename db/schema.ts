import type { CycleTables } from './cycle-tables.ts'
import type { EdgeTables } from './edge-tables.ts'
import type { FrameworkTables } from './framework-tables.ts'
import type { PeopleTables } from './people-tables.ts'
import type { PlanTables } from './plan-tables.ts'

/** The tables as SQL has them; `migrations/` says what each means. */
export interface Schema extends PlanTables, PeopleTables, CycleTables, FrameworkTables, EdgeTables {}
