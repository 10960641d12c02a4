import type { RouteConfigEntry } from '@remix-run/route-config'
import siteMap from '#app/routes.ts'
import type { Edge } from '#app/http/edge.server.ts'

type Handler = (given: {
  request: Request
  params: Record<string, string>
  context: { edge: Edge }
}) => Promise<unknown>

/** A page of the site map, as its module answers. */
export interface Page {
  path: string
  loader?: Handler
  action?: Handler
}

/** Every page of the site map, by its path; the front page is `/`. */
export async function pages(): Promise<Map<string, Page>> {
  const all = await Promise.all(siteMap.map(pageOf))
  return new Map(all.map((page) => [page.path, page]))
}

async function pageOf({ path, file }: RouteConfigEntry): Promise<Page> {
  const module = (await import(/* @vite-ignore */ new URL(`../../app/${file}`, import.meta.url).href)) as Omit<
    Page,
    'path'
  >
  return { path: `/${path ?? ''}`, loader: module.loader, action: module.action }
}
