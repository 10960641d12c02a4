/** A file that somebody sent, with its name and the words in it. */
export interface UploadedFile {
  name: string
  words: string
}

/** The files of one field, in their order. A browser sends a field without files as one file without name or words. */
export async function filesIn(form: FormData, field: string): Promise<UploadedFile[]> {
  const files = form.getAll(field).filter((value) => typeof value !== 'string')
  const chosen = files.filter(({ name, size }) => name !== '' || size > 0)
  const read = []
  for (const file of chosen) read.push({ name: file.name, words: (await wordsInFile(file)).replaceAll('\0', '') })
  return read
}

/**
 * The words in a file that somebody sent. Most are UTF-8; what an older program saved is read as what such programs in
 * Norway write, line by line where a file is put together of both. A mark of the encoding is no part of the words. A file
 * that is no text gives words that nobody understands, never an error.
 */
export async function wordsInFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const wide = wideEncoding(bytes)
  return wide ? new TextDecoder(wide).decode(bytes) : (inUtf8(bytes) ?? inEither(bytes))
}

/** Two bytes a letter, by the mark at the beginning; or, without one, by every other byte being empty. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 1000)
  const empty = (odd: 0 | 1) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length
  if (empty(1) > start.length / 3) return 'utf-16le'
  return empty(0) > start.length / 3 ? 'utf-16be' : null
}

function inUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const NEW_LINE = 0x0a

function inEither(bytes: Uint8Array): string {
  const older = new TextDecoder('windows-1252')
  const lines: string[] = []
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEW_LINE, from)
    const to = end < 0 ? bytes.length : end + 1
    const line = bytes.subarray(from, to)
    lines.push(inUtf8(line) ?? older.decode(hasMark(line) ? line.subarray(3) : line))
    from = to
  }
  return lines.join('')
}

/** The mark of UTF-8, which some programs put before what is not. */
function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf
}
