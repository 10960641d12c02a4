import { diffWords } from 'diff'
import type { Piece } from '#app/components/comparison-view.ts'

/** What became of the words from one text to another. */
export type Difference = (before: string, after: string) => Piece[]

/** Texts that share less, or of which more was changed, are two texts, and are read one after the other. */
const LEAST_IN_COMMON = 0.5
const MOST_CHANGED = 0.6
/** What one text may cost to compare, and what all of a page may: beyond it texts are shown whole. */
const MOST_EDITS = 150
/** As many as a short sentence has words. */
const FEW_EDITS = 12
const MOST_WORK = 600_000

/** Compares the texts of one page word by word, for as long as that is quick and legible. */
export function wordDifference(work = MOST_WORK): Difference {
  let left = work
  return (before, after) => {
    if (before === after) return before ? [{ kind: 'same', words: before }] : []
    const words = [wordsOf(before), wordsOf(after)] as const
    const count = words[0].length + words[1].length
    left -= count
    if (left < 0 || inCommon(...words) < LEAST_IN_COMMON) return whole(before, after)
    const maxEditLength = Math.min(MOST_EDITS, Math.max(FEW_EDITS, Math.ceil(count * MOST_CHANGED)))
    const changes = diffWords(before, after, { maxEditLength })
    // The work grows with the square of the edits that were tried.
    const edits = changes ? changes.reduce((sum, each) => sum + (isSame(each) ? 0 : each.count), 0) : maxEditLength
    left -= edits ** 2
    if (!changes || changes.every(isSame)) return whole(before, after)
    return changes.map(({ added, removed, value }) => ({ kind: kindOf(added, removed), words: value }))
  }
}

function isSame({ added, removed }: { added: boolean; removed: boolean }): boolean {
  return !added && !removed
}

function kindOf(added: boolean, removed: boolean): Piece['kind'] {
  if (added) return 'added'
  return removed ? 'taken out' : 'same'
}

function whole(before: string, after: string): Piece[] {
  const pieces: Piece[] = [
    { kind: 'taken out', words: before },
    { kind: 'added', words: after },
  ]
  return pieces.filter(({ words }) => words !== '')
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** How much of the shorter text is words that both have. */
function inCommon(some: readonly string[], others: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of some) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of others) {
    const count = counts.get(word) ?? 0
    if (count > 0) common += 1
    counts.set(word, count - 1)
  }
  return common / Math.min(some.length, others.length)
}
