/** Months and numbers as people write them in a plan, in both written languages, long and short. */

const MONTHS = [
  'jan(?:uar)?',
  'feb(?:r(?:uar)?|uar)?',
  'mars?',
  'apr(?:il)?',
  'mai',
  'juni?',
  'juli',
  'aug(?:ust)?',
  'sep(?:t(?:ember)?)?',
  'okt(?:ober)?',
  'nov(?:ember)?',
  'des(?:ember)?',
]

/** One month's name, for a larger pattern; `monthOf` says which. */
export const MONTH = `(?:${MONTHS.join('|')})(?:en|s)?(?!\\p{L})\\.?`

const NUMBERS: readonly RegExp[] = [
  /^(?:en|ein|et|ett|eit|eitt|ei)$/,
  /^to$/,
  /^tre$/,
  /^fire$/,
  /^fem$/,
  /^seks$/,
  /^(?:sju|syv)$/,
  /^åtte$/,
  /^ni$/,
  /^ti$/,
]

/** The month (1–12) that a name stands for, or null. */
export function monthOf(name: string): number | null {
  const at = MONTHS.findIndex((month) => new RegExp(`^${month}(?:en|s)?\\.?$`).test(name))
  return at < 0 ? null : at + 1
}

/** A number in digits or in words up to ten, or null. */
export function numberOf(words: string): number | null {
  if (/^\d{1,3}$/.test(words)) return Number(words)
  const at = NUMBERS.findIndex((number) => number.test(words))
  return at < 0 ? null : at + 1
}
