/** What would be lost at the end of a line, or read as the end of one. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSEEN = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/g
/** The same in a text of many lines, where a line break and a tab are what they are. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSEEN_IN_LINES = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029]/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/** A text as one line of Markdown that shows it as it is. `unescapedLine` gives it back, spaces and all. */
export function escapedLine(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#~]/g, '\\$&')
    .replace(/&(?=[#\w])/g, '\\&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^\s+|\s+$/g, (spaces) => [...spaces].map(reference).join(''))
    .replace(UNSEEN, reference)
}

/** What a line of Markdown says, without the backslashes and references that keep Markdown from reading it as its own. */
export function unescapedLine(line: string): string {
  return line
    .trim()
    .replace(
      /\\([!-/:-@[-`{-~])|&#(\d{1,7});|&(amp|lt|gt|quot|nbsp);/g,
      (whole, mark?: string, number?: string, name?: string) =>
        mark ?? (number ? characterOf(number, whole) : (NAMED[name ?? ''] ?? whole)),
    )
}

/** A text of several lines, itself Markdown, as a quoted block. */
export function quoted(text: string): string[] {
  return text
    .replace(/&(?=(?:amp;)*#\d{1,7};)/g, '&amp;')
    .replace(UNSEEN_IN_LINES, reference)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
}

/** The line of a quoted block, without its mark. */
export function unquotedLine(line: string): string {
  return line
    .replace(/^> ?/, '')
    .replace(/&((?:amp;)*)#(\d{1,7});/g, (whole, amps: string, number: string) =>
      amps === '' ? characterOf(number, whole) : `&${amps.slice(4)}#${number};`,
    )
}

function reference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`
}

const LAST_CHARACTER = 0x10ffff

function characterOf(number: string, otherwise: string): string {
  return Number(number) <= LAST_CHARACTER ? String.fromCodePoint(Number(number)) : otherwise
}
