import type { SignedIn } from '#app/services/context.server.ts'
import { choosableRows } from '#app/domain/unit-import.ts'
import { readImport } from '#app/services/unit-import.server.ts'

/** All that an import would take in, as the form that shows it sends it. */
export async function takesOf(context: SignedIn, id: string): Promise<{ chosen: number[]; seen: string }> {
  const { would } = await readImport(context, id)
  return would ? { chosen: choosableRows(would.comparison), seen: would.seen } : { chosen: [], seen: '' }
}
