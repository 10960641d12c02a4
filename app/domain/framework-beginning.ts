import type { AdditionLine, ElementLine, FrameworkMark } from './framework-mark.ts'
import { chosenNow, type FrameworkLine } from './framework-marking.ts'
import { plusMonths, type Months } from './month.ts'

/** What a unit worked with the cycle before, as a plan for this one. */
export interface Beginning {
  line: FrameworkLine
  /** A year later than they were. */
  months: Months | null
  how: string | null
}

/** What a unit could take over from the cycle before: what it planned or worked with then and has said nothing of now. */
export function beginningFrom(before: readonly FrameworkLine[], now: readonly FrameworkLine[]): Beginning[] {
  const known = new Map(before.map((line) => [keyOf(line), line.mark]))
  return now.flatMap((line): Beginning[] => {
    const mark = known.get(keyOf(line)) ?? null
    if (line.history.length > 0 || !isWorkedWith(mark)) return []
    return [{ line, months: mark.months && aYearLater(mark.months), how: mark.how }]
  })
}

function keyOf(line: ElementLine | AdditionLine): string {
  const { what, id } = chosenNow(line)
  return `${what} ${id}`
}

function isWorkedWith(mark: ElementLine['mark']): mark is NonNullable<ElementLine['mark']> {
  return mark !== null && mark.mark !== 'not for us'
}

function aYearLater({ from, to }: Months): Months {
  return { from: plusMonths(from, 12), to: plusMonths(to, 12) }
}

/** What a beginning says of its element: that it is planned. */
export function plannedFrom({ months, how }: Beginning): Pick<FrameworkMark, 'mark' | 'months' | 'how' | 'reason'> {
  return { mark: 'planned', months, how, reason: null }
}
