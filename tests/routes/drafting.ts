import type { Person } from '#app/domain/permissions.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { beginDraft } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

type Handler = Parameters<typeof responseOf>[0]

/** A page of the draft, as its module answers. */
export interface DraftPage {
  loader: Handler
  action?: Handler
}

/** Fjordvik with a draft begun from version 1. */
export async function drafting(): Promise<World> {
  const fjordvik = await world()
  await beginDraft(fjordvik.as('adviser'), { number: 1 }, newId())
  return fjordvik
}

/** A page as somebody gets it. */
export async function visited(
  fjordvik: World,
  page: DraftPage,
  { path = '/', params = {}, as = PEOPLE.adviser }: Visit = {},
): Promise<Response> {
  const request = getting(path, await headersOf(fjordvik, as))
  return responseOf(page.loader, { request, params, edge: edgeOf(fjordvik) })
}

interface Visit {
  path?: string
  params?: Record<string, string>
  /** Null for a visitor. */
  as?: Person | null
}

/** What the page shows an adviser. */
export async function shown<T>(fjordvik: World, page: DraftPage, visit: Visit = {}): Promise<T> {
  return (await (await visited(fjordvik, page, visit)).json()) as T
}

/** What became of a form: the page it leads to, or the problems. */
export async function sent(
  fjordvik: World,
  page: DraftPage,
  form: Record<string, string>,
  { params = {}, as = PEOPLE.adviser }: Visit = {},
): Promise<{ status: number; to: string | null; problems: [field: string, message: string][]; typed: object }> {
  if (!page.action) throw new TypeError('The page takes no form')
  const request = posting('/', form, await headersOf(fjordvik, as))
  const response = await responseOf(page.action, { request, params, edge: edgeOf(fjordvik) })
  const receipt = (await response.json().catch(() => null)) as Receipt | null
  const { problems, typed } = receipt && 'problems' in receipt ? receipt : { problems: [], typed: {} }
  return {
    status: response.status,
    to: response.headers.get('Location'),
    problems: problems.map(({ field, message }) => [field, message]),
    typed,
  }
}

async function headersOf(fjordvik: World, person: Person | null): Promise<Record<string, string>> {
  return person ? { Cookie: await cookieOf(fjordvik, person.id) } : {}
}
