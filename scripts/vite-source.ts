import type { Server } from 'node:http'
import { liveSource, type Source } from '#app/http/source.server.ts'

/** Pages as they are in the editor, made anew at each change. */
export async function viteSource(server: Server): Promise<Source> {
  const { createServer } = await import('vite')
  const vite = await createServer({ appType: 'custom', server: { middlewareMode: true, hmr: { server } } })
  return liveSource(() => vite.ssrLoadModule('virtual:remix/server-build'), vite.middlewares)
}
