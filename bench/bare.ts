import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { brotliCompress, constants, gzip } from 'node:zlib'
import SQLite from 'better-sqlite3'
import { usage, type BarePage, type BareTick, type Question, type Statement, type Value } from './messages.ts'

// As little as can answer the same: SQL that was prepared once, and bytes that were made before.

const [file = '', port = ''] = process.argv.slice(2)
const sqlite = new SQLite(file)
for (const setting of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'trusted_schema = off']) {
  sqlite.pragma(setting)
}

type Prepared = (swap: ReadonlyMap<Value, Value>) => unknown
type Answer = Pick<BarePage, 'headers'> & { bytes: Buffer; run: readonly Prepared[] }

let pages = new Map<string, Answer>()
let tick: ((path: string, body: URLSearchParams) => BareTick) | null = null

process.on('message', (question: Question) => {
  if (question.ask === 'usage') process.send?.(usage())
  if (question.ask === 'stop') process.exit(0)
  if (question.ask === 'serve') {
    pages = new Map(question.pages.map((page) => [page.path, answerFor(page)]))
    tick = question.tick && ticker(question.tick)
    process.send?.('served')
  }
})
process.on('disconnect', () => process.exit(0))

createServer((incoming, outgoing) => {
  if (incoming.method === 'POST') return readAndTick(incoming, outgoing)
  const page = pages.get(incoming.url ?? '')
  if (!page) return void outgoing.writeHead(404).end()
  for (const run of page.run) run(NOTHING)
  sendPage(incoming, outgoing, page)
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'))

const NOTHING: ReadonlyMap<Value, Value> = new Map()

function answerFor({ headers, body, statements }: BarePage): Answer {
  return { headers, bytes: Buffer.from(body), run: statements.map(prepared) }
}

function prepared({ sql, values }: Statement): Prepared {
  const statement = sqlite.prepare(sql)
  return (swap) => {
    const given = swap.size === 0 ? values : values.map((value) => swap.get(value) ?? value)
    return statement.reader ? statement.all(...given) : statement.run(...given)
  }
}

/** Presses what it sends, where asked to, as the app does. */
function sendPage(incoming: IncomingMessage, outgoing: ServerResponse, { headers, bytes }: Answer): void {
  const accepted = incoming.headers['accept-encoding'] ?? ''
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
  const finish = (sent: Buffer) => {
    outgoing.writeHead(200, {
      ...headers,
      ...(encoding && { 'content-encoding': encoding }),
      'content-length': sent.length,
    })
    outgoing.end(sent)
  }
  const pressed = (_error: Error | null, sent: Buffer) => finish(sent)
  if (encoding === 'br') brotliCompress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, pressed)
  else if (encoding === 'gzip') gzip(bytes, pressed)
  else finish(bytes)
}

function readAndTick(incoming: IncomingMessage, outgoing: ServerResponse): void {
  let body = ''
  incoming.on('data', (piece: Buffer) => (body += piece.toString()))
  incoming.on('end', () => {
    if (!tick) return void outgoing.writeHead(404).end()
    const { headers, body: answer } = tick(incoming.url ?? '', new URLSearchParams(body))
    outgoing.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(answer) })
    outgoing.end(answer)
  })
}

/** The statements of one tick, run for another place and step, with ids and a link of the chain of its own. */
function ticker(template: BareTick): NonNullable<typeof tick> {
  const statements = template.statements.map((statement) => ({ ...statement, run: prepared(statement) }))
  const captured = new Map(template.statements.flatMap((statement) => Object.entries(inserted(statement))))
  return (path, form) => {
    const [, , , , placeId = '', , stepId = ''] = (path.split('?')[0] ?? '').split('/')
    const swap = new Map<Value, Value>([
      [template.placeId, placeId],
      [template.stepId, stepId],
      [captured.get('tick.id') ?? '', randomBytes(16).toString('base64url')],
      [captured.get('submission.key') ?? '', sha256(JSON.stringify([template.personId, path, form.get('form')]))],
    ])
    for (const { sql, run } of statements) {
      const outcome = run(swap)
      if (!sql.startsWith('select "hash" from "event"')) continue
      const [{ hash: previous }] = outcome as [{ hash: string }]
      swap.set(captured.get('event.previous_hash') ?? '', previous)
      swap.set(captured.get('event.hash') ?? '', sha256(JSON.stringify([previous, path, form.get('form')])))
    }
    return template
  }
}

/** What an insert put where: `tick.id`. */
function inserted({ sql, values }: Statement): Record<string, Value> {
  const [, table, columns] = /^insert into "(\w+)" \(([^)]+)\)/.exec(sql) ?? []
  if (!table || !columns) return {}
  const names = columns.split(', ').map((column) => column.replaceAll('"', ''))
  return Object.fromEntries(names.map((name, at) => [`${table}.${name}`, values[at] ?? null]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
