import { setImmediate } from 'node:timers'
import Papa, { type Parser, type ParseResult } from 'papaparse'

/** So many letters are taken apart before others get their turn; no row of a list of units is half as long. */
const PIECE = 200_000

/**
 * The cells of a table, row by row, a piece at a time so that others are served meanwhile. *Endless row* where a row has no
 * end within two pieces: most often a quotation mark that was never closed. *Too many* above `most` rows.
 */
export function tableRows(words: string, most: number, piece = PIECE): Promise<string[][] | 'endlessRow' | 'tooMany'> {
  return new Promise((resolve) => {
    const rows: string[][] = []
    Papa.parse<string[]>(words, {
      delimitersToGuess: ['\t', ';', ',', '|'],
      chunkSize: piece,
      chunk: ({ data }: ParseResult<string[]>, parser: Parser) => {
        for (const row of data) rows.push(row)
        const wrong = wrongWith(data.length, rows.length, most)
        if (wrong) {
          resolve(wrong)
          return parser.abort()
        }
        parser.pause()
        setImmediate(() => parser.resume())
      },
      complete: () => resolve(rows),
    })
  })
}

function wrongWith(more: number, all: number, most: number): 'endlessRow' | 'tooMany' | null {
  if (more === 0) return 'endlessRow'
  return all > most ? 'tooMany' : null
}
