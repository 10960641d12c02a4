import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { REFUSALS, type RefusalCode } from '#app/domain/refusal.ts'

/** Why a page cannot be shown, as an answer over HTTP says it. */
export interface Trouble {
  status: number
  refusal?: unknown
  reference?: unknown
}

/** The heading of the page that says what went wrong; also its title. */
export function useTroubleTitle(trouble: Trouble): string {
  const { t } = useTranslation()
  return t(`${keyOf(trouble)}.title`)
}

/** What is said instead of a page, with a way out. */
export function WentWrong(trouble: Trouble) {
  const { t } = useTranslation()
  const { reference } = trouble
  return (
    <>
      <h1>{useTroubleTitle(trouble)}</h1>
      <p>{t(`${keyOf(trouble)}.text`)}</p>
      {typeof reference === 'string' && <p>{t('notice.reference', { reference })}</p>}
      <p>
        {trouble.refusal === 'code expired' ? (
          <Way to="/sign-in">{t('signIn.again')}</Way>
        ) : (
          <Way to="/">{t('notice.home')}</Way>
        )}
      </p>
    </>
  )
}

function Way({ to, children }: { to: string; children: ReactNode }) {
  return <a href={to}>{children}</a>
}

function keyOf({ status, refusal }: Trouble) {
  const code = REFUSALS.find((each) => each === refusal) ?? unnamed(status)
  if (code) return `refusal.${code}` as const
  return status === 503 ? 'notice.storageTrouble' : 'notice.failed'
}

/** What Remix itself refuses comes without a code. */
function unnamed(status: number): RefusalCode | null {
  return status >= 400 && status < 500 ? 'not found' : null
}
