import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { send } from './client.ts'
import type { Call } from './messages.ts'

/** What a reader's browser fetches to show a page, in bytes. */
export interface Weight {
  html: number
  htmlPressed: number
  /** Every script that the page names, and the catalog of the reader's language, with gzip. */
  scriptPressed: number
  scripts: readonly { path: string; pressed: number }[]
}

export async function weigh(port: number, page: Call): Promise<Weight> {
  const { body } = await send(port, page)
  const html = body.toString()
  const named = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.js)"|import[^"'(]*["'](\/assets\/[^"']+\.js)["']/g)]
  const paths = new Set([...named.flatMap(([, tag, imported]) => tag ?? imported ?? []), `/assets/${catalog()}`])
  const scripts = []
  for (const path of paths) {
    const answer = await send(port, { ...page, path, headers: { 'Accept-Encoding': 'gzip' } })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    scripts.push({ path, pressed: answer.body.length })
  }
  scripts.sort((a, b) => b.pressed - a.pressed)
  const scriptPressed = scripts.reduce((sum, { pressed }) => sum + pressed, 0)
  return { html: body.length, htmlPressed: gzipSync(body).length, scriptPressed, scripts }
}

/** The browser asks for it by itself, so that no page names it. */
function catalog(): string {
  const folder = fileURLToPath(new URL('../build/client/assets', import.meta.url))
  return readdirSync(folder).find((name) => /^nb-.+\.js$/.test(name)) ?? 'nb.js'
}
