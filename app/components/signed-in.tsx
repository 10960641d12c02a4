import { useTranslation } from 'react-i18next'

/** Who has signed in, with the way out; or the way in. A plain form: nothing of the person stays in the browser. */
export function SignedIn({ person }: { person: string | null }) {
  const { t } = useTranslation()
  if (person === null) return <a href="/sign-in">{t('frame.signIn')}</a>
  return (
    <div className="signed-in">
      <span>
        <span className="ds-sr-only">{t('frame.signedInAs')} </span>
        <a className="signed-in-name" href="/account">
          {person}
        </a>
      </span>
      <form className="sign-out" method="post" action="/sign-out">
        <button type="submit">{t('frame.signOut')}</button>
      </form>
    </div>
  )
}
