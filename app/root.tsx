import { json, type LinksFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageFrame } from './components/page-frame.tsx'
import { useLanguage } from './components/use-language.ts'
import { useTroubleTitle, WentWrong, type Trouble } from './components/went-wrong.tsx'
import { can, reachOf, type Actor } from './domain/permissions.ts'
import { anyone } from './http/guard.server.ts'
import { useNonce } from './http/nonce.ts'
import { municipalityName } from './services/municipality.server.ts'
import styles from './styles/app.css?url'

export const loader = anyone(async ({ context, edge }) => {
  const { actor, db, today } = context
  return json({
    municipality: await municipalityName(db),
    person: actor === 'visitor' ? null : actor.name,
    pages: pagesFor(actor),
    today,
    demo: edge.settings.demo,
  })
})

const PAGES = { home: '/', overview: '/cycles', plan: '/plan', units: '/units', people: '/people' } as const
/** Pages whose words the browser does not have: the whole page is loaded. */
const WHOLE_PAGES: readonly (keyof typeof PAGES)[] = ['units', 'people']

function pagesFor(actor: Actor): (keyof typeof PAGES)[] {
  const pages: [keyof typeof PAGES, boolean][] = [
    ['home', actor !== 'visitor'],
    ['overview', can(actor, 'read the overview of a cycle')],
    ['plan', true],
    ['units', reachOf(actor, 'read units') === 'everywhere'],
    ['people', can(actor, 'read people')],
  ]
  return pages.flatMap(([page, isTheirs]) => (isTheirs ? [page] : []))
}

/** The frame is the same on every page of one person and day: it is not asked for again after each tick. */
export function shouldRevalidate({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formAction?.startsWith('/sign') ? defaultShouldRevalidate : false
}

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Overgang' }]

export function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const nonce = useNonce()
  const error = useRouteError()
  const failed = error !== undefined && error !== null
  const silent = useMatches().some(({ handle }) => isSilent(handle))
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {failed ? <TroubleTitle error={error} /> : <Meta />}
        <Links />
      </head>
      <body>
        <Framed failed={failed}>{children}</Framed>
        {!failed && !silent && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

/** A page that is read, not used, says `handle = { script: false }` and sends none. */
function isSilent(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'script' in handle && handle.script === false
}

function Framed({ failed, children }: { failed: boolean; children: ReactNode }) {
  const { t } = useTranslation()
  const frame = useRouteLoaderData<typeof loader>('root')
  const { pathname, search } = useLocation()
  return (
    <PageFrame
      municipality={frame?.municipality ?? ''}
      person={frame?.person ?? null}
      links={(frame?.pages ?? []).map((page) => {
        return { to: PAGES[page], words: t(`frame.${page}`), whole: WHOLE_PAGES.includes(page) }
      })}
      today={frame?.today ?? null}
      demo={frame?.demo ?? false}
      // An error page says nothing of what was asked for: a foreign and a missing address look the same.
      path={failed ? '/' : pathname + search}
    >
      {children}
    </PageFrame>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <WentWrong {...troubleOf(useRouteError())} />
}

function troubleOf(error: unknown): Trouble {
  if (!isRouteErrorResponse(error)) return { status: 500 }
  const said: unknown = error.data
  return { ...(typeof said === 'object' ? said : {}), status: error.status }
}

function TroubleTitle({ error }: { error: unknown }) {
  return <title>{`${useTroubleTitle(troubleOf(error))} – Overgang`}</title>
}
