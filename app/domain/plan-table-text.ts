import { LONGEST_TITLE } from './draft-problems.ts'

const BULLET = /^(?:[•·▪‣*–—-]|o(?= ))\s+/
const NUMBERED_DAY = /^(\d{1,2})\.(?= (?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des))/i
/** A sentence ends before a capital, but not after an abbreviation or a number ("ca.", "1. trinn", "kl."). */
const SENTENCE =
  /^(.*?(?<!(?<!\p{L})(?:ca|kl|nr|evt|ev|jf|bl\.a|f\.eks|t\.d|m\.m|o\.l|osb|osv|ped|tlf|\d{1,4}))[.!?])\s+(?=[\p{Lu}•])/u

/** What a cell says in its first line or sentence, for a title, and what is left of it. */
export function titleOf(cell: string): { title: string; rest: string } {
  const [first = '', ...lines] = linesOf(cell)
  const line = first.replace(BULLET, '')
  const sentence = SENTENCE.exec(line)?.[1] ?? line
  const title = sentence.length > LONGEST_TITLE ? cut(sentence) : sentence
  const rest = line.slice(title.length).trim()
  return {
    title: title.replace(/(?<![.\d])\.$/, ''),
    rest: [...(rest === '' ? [] : [rest]), ...lines].join('\n'),
  }
}

/** The most whole words that a title can hold. */
function cut(sentence: string): string {
  const most = sentence.slice(0, LONGEST_TITLE)
  const space = most.lastIndexOf(' ')
  return (space > LONGEST_TITLE / 2 ? most.slice(0, space) : most).replace(/[\ud800-\udbff]$/, '').trim()
}

/** Lines of cells as Markdown: bullets become a list, other lines paragraphs. Everything else stays text. */
export function guidanceOf(cells: readonly string[]): string {
  const lines = cells.flatMap(linesOf)
  return lines
    .map((line, at) => {
      const isBullet = BULLET.test(line)
      const text = isBullet ? `- ${line.replace(BULLET, '')}` : line.replace(NUMBERED_DAY, '$1\\.')
      if (at === 0) return text
      return isBullet && BULLET.test(lines[at - 1] ?? '') ? `\n${text}` : `\n\n${text}`
    })
    .join('')
}

function linesOf(cell: string): string[] {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
