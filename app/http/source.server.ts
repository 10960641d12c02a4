import type { ServerBuild } from '@remix-run/node'
import express, { type RequestHandler } from 'express'

/** Where pages and the browser's files come from. */
export interface Source {
  /** The built pages, or while developing what gives them as they are now. */
  pages: ServerBuild | (() => Promise<ServerBuild>)
  routes: ServerBuild['routes']
  files: RequestHandler
  developing: boolean
}

/** What `npm run build` made. */
export function builtSource(build: ServerBuild, folder: string): Source {
  return { pages: build, routes: build.routes, files: builtFiles(folder), developing: false }
}

/** Pages as they are in the editor. */
export async function liveSource(load: () => Promise<unknown>, files: RequestHandler): Promise<Source> {
  const pages = async () => (await load()) as ServerBuild
  return { pages, routes: (await pages()).routes, files, developing: true }
}

/** Names of built files hold a hash of what is in them; the few others may change with the next release. */
function builtFiles(folder: string): RequestHandler {
  const router = express.Router()
  router.use('/assets', express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', index: false }))
  router.use('/assets', (_incoming, outgoing) => void outgoing.status(404).type('text').send('404'))
  router.use(express.static(folder, { maxAge: '1h', index: false, redirect: false }))
  return router
}
