import type { Server } from 'node:http'
import { freshBuild, type Source } from '#app/http/application.server.ts'

/** Pages as they are in the editor, made anew at each change. */
export async function viteSource(server: Server): Promise<Source> {
  const { createServer } = await import('vite')
  const vite = await createServer({ appType: 'custom', server: { middlewareMode: true, hmr: { server } } })
  return { vite, build: await freshBuild(vite) }
}
