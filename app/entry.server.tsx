import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { languageOf } from './http/language.server.ts'
import { Nonce } from './http/nonce.ts'
import { wordsIn } from './http/words.server.ts'

/** Renders a page whole: nothing in it arrives later, and one piece costs less than a stream. */
export default function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  { edge }: AppLoadContext,
): Response {
  const body = renderToString(
    <I18nextProvider i18n={wordsIn(languageOf(request))}>
      <Nonce.Provider value={edge.nonce}>
        <RemixServer context={page} url={request.url} nonce={edge.nonce} />
      </Nonce.Provider>
    </I18nextProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!DOCTYPE html>${body}`, { status, headers })
}

/** What went wrong outside of a guarded loader or action: while rendering, or inside Remix. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.edge.log.error({ request: context.edge.requestId, person: context.edge.personId, err: error }, 'failed')
}
