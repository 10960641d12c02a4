import { CAPITALS, DIFFICULTIES, PHRASES, WHOLE_WORDS, WORDS_THAT_BEGIN, WORDS_THAT_HOLD } from './about-group-words.ts'
import type { LocalDate } from './calendar.ts'
import { aboutChild, type TextAboutChild } from './discretion.ts'
import type { Problem } from './problem.ts'

/** What a text about a group must not hold, with the words that it is held to. Of digits and dates none are repeated. */
export type NotAboutGroup =
  { why: TextAboutChild } | { why: 'initials' | 'diagnosis or case' | 'one child'; words: string }

/**
 * What makes a text about a group one about a child, or null: digits and dates as in any text, initials, a word that
 * points to a diagnosis or a case, one child singled out. The first that is found. Linear in the length of the text.
 */
export function notAboutGroup(text: string, today: LocalDate): NotAboutGroup | null {
  const why = aboutChild(text, today)
  if (why) return { why }
  const words = wordsIn(text)
  const told = pointingWord(text, words)
  if (told !== null) return { why: 'diagnosis or case', words: told }
  const initials = initialsIn(text, words)
  if (initials !== null) return { why: 'initials', words: initials }
  const singled = SINGLED_OUT.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined)
  return singled === undefined ? null : { why: 'one child', words: singled }
}

const MESSAGES = {
  'eleven digits': 'elevenDigits',
  'birth date': 'birthDate',
  initials: 'initials',
  'diagnosis or case': 'diagnosisOrCase',
  'one child': 'oneChild',
} as const

/**
 * What keeps a text about a group from being saved: there is too much of it, or it is about a child. No text is no
 * problem here. A text that is too long is not looked through.
 */
export function problemInGroupText(field: string, text: string | null, longest: number, today: LocalDate): Problem[] {
  if (text === null) return []
  if (text.length > longest) return [{ field, message: 'textTooLong', values: { longest } }]
  const found = notAboutGroup(text, today)
  if (!found) return []
  return [{ field, message: MESSAGES[found.why], ...('words' in found && { values: { words: found.words } }) }]
}

// Words --------------------------------------------------------------------------------------------------------------

interface Word {
  word: string
  from: number
  to: number
}

function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’/][\p{L}]+)*/gu), ({ 0: word, index }) => {
    return { word, from: index, to: index + word.length }
  })
}

function pointingWord(text: string, words: readonly Word[]): string | null {
  const one = words.find(({ word }) => points(word))
  if (one) return one.word
  const spoken = words.map(({ word }) => word.toLowerCase())
  const found = PHRASES.map((phrase) => ({ parts: phrase.split(' ') }))
    .map(({ parts }) => ({ parts, at: spoken.findIndex((_, at) => isPhrase(parts, spoken, at)) }))
    .find(({ at }) => at >= 0)
  if (!found) return null
  const [first, last] = [words[found.at], words[found.at + found.parts.length - 1]]
  return text.slice(first?.from, last?.to)
}

function points(word: string): boolean {
  const small = word.toLowerCase().replaceAll('’', "'")
  return (
    WORDS_THAT_BEGIN.some((start) => small.startsWith(start)) ||
    WORDS_THAT_HOLD.some((part) => small.includes(part)) ||
    WHOLE_WORDS.some((whole) => small === whole) ||
    CAPITALS.some((capitals) => word === capitals) ||
    DIFFICULTIES.test(small)
  )
}

function isPhrase(parts: readonly string[], spoken: readonly string[], at: number): boolean {
  return parts.every((part, index) => {
    const word = spoken[at + index] ?? ''
    return index === parts.length - 1 ? word.startsWith(part) : word === part
  })
}

// Initials -----------------------------------------------------------------------------------------------------------

/** "A.B." and "A. B."; not "gruppe A. Barna". */
const DOTTED = /(?<![\p{L}\p{N}.])\p{Lu}\.(?:\p{Lu}(?![\p{L}\p{N}])\.?| \p{Lu}\.)(?:\p{Lu}\.)*/u
/** What a capital letter names that is no child: a group, a room, a sound of the alphabet. */
const LETTERED =
  /^(?:avdeling|gruppe|gruppa|gruppene|base|basen|rom|team|hus|del|plan|trinn|vitamin|kategori|bokstav\p{L}*|lyd\p{L}*|blokk|type)$/iu
/** Words of one letter. */
const NO_NAMES = ['I', 'Å', 'O', 'X', 'A']

function initialsIn(text: string, words: readonly Word[]): string | null {
  const dotted = DOTTED.exec(text)
  if (dotted) return dotted[0]
  let lettered = false
  for (const [at, each] of words.entries()) {
    const before = words[at - 1]
    if (isAlone(text, each)) {
      lettered = lettered || LETTERED.test(before?.word ?? '')
      if (!lettered && !(NO_NAMES.includes(each.word) && !comesAfterChild(before))) {
        const named = comesAfterChild(before) ? text.slice(before?.from, each.to) : each.word
        return text[each.to] === '.' ? `${named}.` : named
      }
    } else lettered = lettered && /^(?:og|eller|and|or)$/i.test(each.word)
  }
  return null
}

/** One capital letter by itself: not "T-skjorte", not "4H". */
function isAlone(text: string, { word, from, to }: Word): boolean {
  return /^\p{Lu}$/u.test(word) && text[from - 1] !== '-' && text[to] !== '-'
}

const CHILD = /^(?:gutt(?:en)?|gut(?:en)?|jent[ae]|barn(?:et)?|elev(?:en)?|boy|girl|child)$/i

function comesAfterChild(before: Word | undefined): boolean {
  return before !== undefined && CHILD.test(before.word)
}

// One child ----------------------------------------------------------------------------------------------------------

const ONE = 'en|én|ein|éin|ei|éi|et|ett|eitt|eit|a|one'
const START = '(?<![\\p{L}\\p{N}])'
const END = '(?![\\p{L}\\p{N}])'
const UP_TO_TWO = '(?:\\p{L}{1,30} ){0,2}'
const SINGLED_OUT = [
  // "En gutt", "ei lita jente": of a boy or a girl there is no general saying.
  new RegExp(`${START}(?:${ONE}) ${UP_TO_TWO}(?:gutt|gut|jente|boy|girl)${END}`, 'iu'),
  // "Et barn som", "eitt barn i gruppa har"; not "ett barn om gangen".
  new RegExp(
    `${START}(?:${ONE}) ${UP_TO_TWO}(?:barn|born|elev|unge|femåring|seksåring|førskolebarn|skolestarter|skulestartar|child|pupil) ` +
      `(?!om gangen|om gongen|at a time)(?:[^.!?\\n]{0,20}? )??(?:som|med|har|er|trenger|treng|trengte|får|fekk|fikk|blir|vert|who|with|has|needs)${END}`,
    'iu',
  ),
  // "En av guttene", "ei av jentene", "eitt av borna".
  new RegExp(
    `${START}(?:${ONE}) (?:av|of) (?:the )?(?:guttene|gutane|jentene|barna|borna|ungene|ungane|elevene|elevane|boys|girls|children)${END}`,
    'iu',
  ),
  // "Vi har en som", "det er ein som".
  new RegExp(`${START}(?:har|finnes|finst|det er) (?:også |òg )?(?:en|én|ein|éin|ei|éi) som${END}`, 'iu'),
] as const
