/** What somebody sent that is no list of units. */
export type WrongFile =
  'empty' | 'pdf' | 'workbook' | 'webPage' | 'otherJson' | 'brokenJson' | 'noHeading' | 'endlessRow' | 'tooMany'

/** How the words of a file are to be read: as JSON or as a table; or which wrong file it is, by how it begins. */
export function formatOf(words: string): { format: 'json' | 'table' } | { wrong: WrongFile } {
  const start = words.slice(0, 1000).trimStart()
  if (start === '' && words.trim() === '') return { wrong: 'empty' }
  if (start.startsWith('%PDF')) return { wrong: 'pdf' }
  if (WORKBOOK.test(start)) return { wrong: 'workbook' }
  if (/^<(?:!doctype|html|\?xml)/i.test(start)) return { wrong: 'webPage' }
  if (!/^[[{]/.test(start)) return { format: 'table' }
  return TOO_DEEP.test(words) ? { wrong: 'otherJson' } : { format: 'json' }
}

/** No register lists lists in lists; millions of them take JSON many seconds, in which nobody else is served. */
const TOO_DEEP = /(?:\[\s*){4}/

/** How a zip file begins, as newer workbooks and documents are, and how older ones do. */
// eslint-disable-next-line no-control-regex -- these are what such files begin with
const WORKBOOK = /^(?:PK[\u0003\u0005\u0007]|\u00d0\u00cf\u0011\u00e0)/
