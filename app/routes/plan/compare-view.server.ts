import type { TFunction } from 'i18next'
import type { Happened, SectionView } from '#app/components/comparison-view.ts'
import type { Language } from '#app/domain/language.ts'
import { compared, stepChanges } from '#app/domain/plan-comparison.ts'
import type { PlanContent } from '#app/domain/plan.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { Which } from '#app/services/comparing.server.ts'
import { sectionsOf } from './compare-sections.server.ts'
import { comparePath } from './paths.ts'
import { wordDifference } from './word-difference.server.ts'

const MOST_PRESETS = 3

/**
 * What an address asks to compare, of all that may be. What it leaves out is the newest there is and the one before it;
 * null where there are no two. Refuses *not found* for what is neither a number nor the draft.
 */
export function chosenIn(request: Request, comparable: readonly Which[]): { from: Which; to: Which } | null {
  const { searchParams } = new URL(request.url)
  const asked = { from: whichOf(searchParams.get('from')), to: whichOf(searchParams.get('to')) }
  const to = asked.to ?? comparable[0]
  const from = asked.from ?? (to && comparable[comparable.indexOf(to) + 1])
  return from && to ? { from, to } : null
}

function whichOf(asked: string | null): Which | null {
  if (!asked) return null
  if (asked === 'draft') return asked
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw new Refusal('not found')
  return Number(asked)
}

/** What the chooser offers: all that may be compared, and each with the one before it as a link. */
export function chooserView(comparable: readonly Which[], chosen: { from: Which; to: Which }, language: Language) {
  const { t } = wordsIn(language)
  const named = (which: Which) =>
    which === 'draft' ? t('compare.choice.draft') : t('compare.choice.version', { number: which })
  return {
    from: String(chosen.from),
    to: String(chosen.to),
    choices: comparable.map((which) => ({ value: String(which), words: named(which) })),
    presets: comparable.slice(0, MOST_PRESETS).flatMap((to, at) => {
      const from = comparable[at + 1]
      if (!from) return []
      const here = from === chosen.from && to === chosen.to
      return [{ path: comparePath(from, to), words: t('compare.preset', { from: named(from), to: named(to) }), here }]
    }),
  }
}

/** What a version or the draft is called in a sentence. */
export function whichWords(which: Which, t: TFunction): string {
  return which === 'draft' ? t('compare.draft') : t('compare.version', { number: which })
}

/** What differs from one plan to another, in the reader's language and the shape it is shown in. */
export function comparisonView(from: PlanContent, to: PlanContent, language: Language) {
  const { t } = wordsIn(language)
  const comparison = compared(from, to)
  const sections = sectionsOf({ from, to, comparison }, { language, difference: wordDifference() })
  const opening = stepChanges(comparison).filter(({ opensAgain }) => opensAgain).length
  return { sections, sum: sumOf(sections, t), opening, tagged: sections.some(isTagged) }
}

function isTagged({ parts }: SectionView): boolean {
  return parts.some(({ opensAgain, wordingOnly }) => opensAgain || wordingOnly)
}

const HAPPENED = ['added', 'taken out', 'changed', 'moved'] as const
const PARTS = { head: null, routine: 'step', area: 'element', legalBasis: 'legalBasis' } as const
const KINDS = ['step', 'routine', 'element', 'area', 'legalBasis'] as const

/** What differs, counted: "3 nye steg, 1 steg tatt ut". Steps first. */
function sumOf(sections: readonly SectionView[], t: TFunction): string {
  const counts = new Map<string, number>()
  const count = (what: string, happened: Happened) =>
    counts.set(`${what} ${happened}`, (counts.get(`${what} ${happened}`) ?? 0) + 1)
  for (const { what, happened, parts } of sections) {
    count(what, happened)
    for (const part of parts) count(PARTS[what] ?? what, part.happened)
  }
  const sums = KINDS.flatMap((kind) =>
    HAPPENED.flatMap((happened) => {
      const number = counts.get(`${kind} ${happened}`) ?? 0
      return number > 0 ? [t(`compare.sum.${kind}.${happened}`, { count: number })] : []
    }),
  )
  const head = sections.some(({ what }) => what === 'head') ? [t('compare.headSum')] : []
  return [...sums, ...head].join(', ')
}
