import type { Language } from './language.ts'
import { unescapedLine, unquotedLine } from './plan-file-escapes.ts'
import { ELEMENT_HEADING, FACTS, GUIDANCE_IN, PARTS, type Fact, type FactOwner, type Part } from './plan-file-facts.ts'
import { FORMAT, FORMAT_VERSION, type FileTrouble } from './plan-file.ts'
import { short } from './plan-file-values.ts'

type Values = Record<string, unknown>

/** A part of a plan as far as it has been read: what its lines said, and where it stands. */
export interface Spot {
  owner: FactOwner
  path: string
  values: Values
  guidance: Partial<Record<Language, string>>
  below: Spot[]
}

/** What the lines of a file say, before anybody has asked whether it makes a plan. */
export interface Lines {
  formatVersion: number
  head: Spot
  parts: Readonly<Record<Part, readonly Spot[]>>
  /** The line on which each path was said. */
  lineOf: Map<string, number>
  problems: { path: string; line: number; message: FileTrouble; values: Record<string, string> }[]
}

const ITEM = /^(\s*)[-*+](?:\s+|$)/
const HEADING = /^(#{1,3})(?:\s+|$)/
const CLOSING = /\s#+\s*$/
const RULE = /^(?:[-*_]\s*){3,}$/

/** Reads Markdown line by line. What it does not understand is said with its line; it never throws. */
export function readLines(text: string): Lines {
  const lineOf = new Map<string, number>()
  const problems: Lines['problems'] = []
  const head = spotAt('head', '')
  const parts: Record<Part, Spot[]> = { purposes: [], routines: [], framework: [], legalBasis: [] }
  let formatVersion = FORMAT_VERSION
  let part: Part | null = null
  let here: Spot | null = head
  let language: Language = 'nb'
  let quoting = false
  let inComment = false

  const say = (line: number, message: FileTrouble, path: string, values: Record<string, string> = {}) =>
    void problems.push({ path, line, message, values })

  function begin(spot: Spot, into: Spot[], line: number): void {
    into.push(spot)
    lineOf.set(spot.path, line)
    here = spot
  }

  function readHeading(level: number, words: string, line: number): void {
    here = null
    language = 'nb'
    if (level === 1) return readTopHeading(words, line)
    const list = part && part !== 'purposes' ? parts[part] : null
    const above = list?.at(-1)
    if (level === 2 && list && part) {
      const owner = part === 'routines' ? 'routine' : part === 'framework' ? 'area' : 'basis'
      begin(titled(spotAt(owner, `${part}[${list.length}]`), words), list, line)
    } else if (level === 3 && above?.owner === 'routine') {
      begin(titled(spotAt('step', `${above.path}.steps[${above.below.length}]`), words), above.below, line)
    } else if (level === 3 && above?.owner === 'area') {
      if (!words.startsWith(ELEMENT_HEADING)) {
        return say(line, 'unknownPart', '', { given: short(words), allowed: ELEMENT_HEADING })
      }
      begin(spotAt('element', `${above.path}.elements[${above.below.length}]`), above.below, line)
    } else say(line, 'headingMisplaced', '', { given: short(words) })
  }

  function readTopHeading(words: string, line: number): void {
    if (head.values.title === undefined) {
      head.values.title = { nb: words }
      lineOf.set('title', line)
      here = head
      return
    }
    part = (Object.keys(PARTS) as Part[]).find((each) => PARTS[each].toLowerCase() === words.toLowerCase()) ?? null
    const allowed = Object.values(PARTS).join(' · ')
    if (part === null) say(line, 'unknownPart', '', { given: short(words), allowed })
  }

  function readItem(indent: string, words: string, line: number): void {
    if (part === 'purposes' && indent === '') {
      const spot = spotAt('purpose', `purposes[${parts.purposes.length}]`)
      spot.values.purpose = { nb: unescapedLine(words) }
      return begin(spot, parts.purposes, line)
    }
    if (!here) return
    const colon = words.indexOf(':')
    const name = words.slice(0, Math.max(colon, 0)).trim()
    const fact = FACTS[here.owner].find((fact) => fact.name.toLowerCase() === name.toLowerCase())
    if (!fact) {
      const allowed = FACTS[here.owner].map((fact) => fact.name).join(' · ')
      return say(line, 'unknownFact', '', { given: short(colon < 0 ? words : name), allowed })
    }
    const given = words.slice(colon + 1).trim()
    const value = fact.words.read(given)
    const path = pathOf(here, fact)
    lineOf.set(path, line)
    if (value === undefined) say(line, 'notAmong', path, { given: short(given), allowed: fact.words.allowed })
    else if (!take(here, fact, value)) say(line, 'factTwice', path, { given: fact.name })
  }

  function readComment(words: string, line: number): void {
    if (words.startsWith(FORMAT)) formatVersion = Number(words.slice(FORMAT.length).trim())
    if (!here || !['routine', 'step', 'area', 'element'].includes(here.owner)) return
    for (const pair of words.split(',')) {
      const [name, value = ''] = pair.split(':').map((each) => each.trim())
      if (value === '' || (name !== 'id' && name !== 'betydning')) continue
      here.values[name === 'id' ? 'id' : 'meaning'] = name === 'id' ? value : Number(value)
      lineOf.set(`${here.path}.${name === 'id' ? 'id' : 'meaning'}`, line)
    }
  }

  function readQuote(text: string, line: number): void {
    if (!here) return
    if (here.owner !== 'step') return say(line, 'strayText', '', { given: short(text) })
    const before = here.guidance[language]
    here.guidance[language] = before === undefined ? text : before + (quoting ? '\n' : '\n\n') + text
    if (before === undefined) lineOf.set(`${here.path}.guidance.${language}`, line)
  }

  function readLine(raw: string, line: number): void {
    const words = raw.trim()
    if (words.startsWith('>')) {
      readQuote(unquotedLine(raw.trimStart()), line)
      quoting = true
      return
    }
    quoting = false
    const heading = HEADING.exec(words)?.[1]
    const comment = /^<!--/.test(words)
    if (inComment || comment) {
      if (comment && words.endsWith('-->')) readComment(words.slice(4, -3).trim(), line)
      inComment = !words.endsWith('-->')
    } else if (words === '' || RULE.test(words)) return
    else if (heading) {
      const title = words.slice(heading.length).replace(CLOSING, '')
      readHeading(heading.length, unescapedLine(title), line)
    } else if (ITEM.test(raw)) readItem(ITEM.exec(raw)?.[1] ?? '', raw.replace(ITEM, '').trim(), line)
    else readLabel(words, line)
  }

  function readLabel(words: string, line: number): void {
    const label = words.toLowerCase()
    if (label === GUIDANCE_IN.nn.toLowerCase()) language = 'nn'
    else if (label === GUIDANCE_IN.en.toLowerCase()) language = 'en'
    else if (label === 'veiledning:') language = 'nb'
    else if (here) say(line, 'strayText', '', { given: short(words) })
  }

  text.split(/\r\n|\n|\r/).forEach((raw, at) => readLine(at === 0 ? raw.replace(/^\ufeff/, '') : raw, at + 1))
  return { formatVersion, head, parts, lineOf, problems }
}

function spotAt(owner: FactOwner, path: string): Spot {
  return { owner, path, values: {}, guidance: {}, below: [] }
}

function titled(spot: Spot, words: string): Spot {
  if (spot.owner === 'basis') spot.values.code = words
  else spot.values.title = { nb: words }
  return spot
}

/** Takes what a fact says; false where it was said before. */
function take({ values }: Spot, { key, language, many }: Fact, value: unknown): boolean {
  if (many) {
    values[key] = [...((values[key] as unknown[] | undefined) ?? []), value]
    return true
  }
  if (!language) {
    if (key in values) return false
    values[key] = value
    return true
  }
  const text = (values[key] ?? {}) as Values
  if (language in text) return false
  values[key] = { ...text, [language]: value }
  return true
}

function pathOf({ owner, path, values }: Spot, { key, language, many }: Fact): string {
  const own = owner === 'purpose' ? [path] : [path, key].filter((part) => part !== '')
  const at = many ? `[${((values[key] as unknown[] | undefined) ?? []).length}]` : ''
  return own.join('.') + at + (language ? `.${language}` : '')
}
