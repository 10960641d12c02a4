import type { TFunction } from 'i18next'
import { numberInWords } from '#app/components/import-numbers.ts'
import type { GoingView } from '#app/components/import-view.ts'
import type { Problem } from '#app/domain/problem.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { readReading } from '#app/services/unit-import-going.server.ts'
import type { ReadOutcome } from '#app/services/unit-import.server.ts'
import { importPath, IMPORTS } from './paths.ts'

/** How a reading that somebody was sent to goes, or why it stopped. */
interface ReadingView {
  going: GoingView | null
  stopped: readonly Problem[]
  /** What was typed beside the files. */
  neighbours: string
}

/** Where somebody goes who had units read: to what they became, or to how far the reading has come. */
export function whereRead(outcome: { ids: string[] } | { reading: string }, neighbours = ''): string {
  if ('reading' in outcome)
    return `${IMPORTS}?${new URLSearchParams({ reading: outcome.reading, neighbours }).toString()}`
  const [only, ...more] = outcome.ids
  return only && more.length === 0 ? importPath(only) : `${IMPORTS}?read=${outcome.ids.length}`
}

/** The reading that an address tells of; one that has ended well leads on. One that nobody knows was cut off. */
export async function readingOf(context: SignedIn, asked: URLSearchParams): Promise<ReadingView> {
  const reading = asked.get('reading')
  const neighbours = asked.get('neighbours') ?? ''
  if (reading === null) return { going: null, stopped: [], neighbours }
  const looked = await readReading(context, reading)
  if (looked === null) return { going: null, stopped: [{ field: 'file', message: 'unitImport.cutOff' }], neighbours }
  if ('progress' in looked) return { going: looked.progress, stopped: [], neighbours }
  return { going: null, stopped: problemsIn(looked.outcome), neighbours }
}

function problemsIn(outcome: ReadOutcome): Problem[] {
  if ('ids' in outcome) throw redirectTo(whereRead(outcome))
  return outcome.problems
}

/** What the tab says, and what is heard first each time the page comes again: how far the reading has come. */
export function goingTitle({ done, of }: GoingView, t: TFunction): string {
  if (of === null) return t('unitImport.going.reading')
  return t('unitImport.going.tab', { done: numberInWords(done), of: numberInWords(of) })
}
