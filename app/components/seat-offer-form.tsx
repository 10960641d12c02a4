import { useTranslation } from 'react-i18next'
import type { Role } from '#app/domain/permissions.ts'
import { Button } from './button.tsx'
import { SelectField, type Choice } from './select-field.tsx'
import { TextField } from './text-field.tsx'

/** Which role to invite somebody to, each with what it is. */
export function RoleChoice({ roles }: { roles: readonly { role: Role; href: string }[] }) {
  const { t } = useTranslation()
  return (
    <ul className="role-choices">
      {roles.map(({ role, href }) => (
        <li key={role} className="card">
          <a href={href}>{t(`people.offer.as.${role}`)}</a>
          <p className="quiet">{t(`people.what.${role}`)}</p>
        </li>
      ))}
    </ul>
  )
}

interface SeatOfferFormProps {
  role: Role
  /** The unit that was chosen before and its owner, or nothing. */
  unit: string
  owner: string
  units: readonly Choice[]
  owners: readonly Choice[]
  form: string
  typed: Readonly<Record<string, string>>
  wordsOf: (field: string) => string | undefined
}

/** Where the role sits, and whom to invite. For a deputy only where: who and for how long are asked at the unit. */
export function SeatOfferForm({ role, unit, owner, units, owners, form, typed, wordsOf }: SeatOfferFormProps) {
  const { t } = useTranslation()
  const none = { value: '', words: t('people.offer.choose') }
  const unitLabels = { director: 'kindergarten', principal: 'school' } as const
  const isDeputy = role === 'deputy'
  return (
    <>
      <form className="form" method={isDeputy ? 'get' : 'post'} noValidate>
        <input type="hidden" name="role" value={role} />
        {units.length > 0 && (
          <SelectField
            name="unit"
            label={t(`people.offer.${role === 'director' || role === 'principal' ? unitLabels[role] : 'unit'}`)}
            choices={[none, ...units]}
            defaultValue={typed.unit ?? unit}
            problem={wordsOf('unit')}
          />
        )}
        {role === 'owner' && (
          <SelectField
            name="owner"
            label={t('people.offer.owner')}
            choices={[none, ...owners]}
            defaultValue={typed.owner ?? owner}
            problem={wordsOf('owner')}
          />
        )}
        {isDeputy ? (
          <Button>{t('people.offer.next')}</Button>
        ) : (
          <>
            <input type="hidden" name="form" value={form} />
            <EmailField typed={typed.email} problem={wordsOf('email')} />
            <p>{t('people.offer.how')}</p>
            <Button>{t('people.offer.send')}</Button>
          </>
        )}
      </form>
      <p>
        <a className="more" href="/people/new">
          {t('people.offer.other')}
        </a>
      </p>
    </>
  )
}

/** The address of whoever is invited. */
export function EmailField({ typed, problem }: { typed: string | undefined; problem: string | undefined }) {
  const { t } = useTranslation()
  return (
    <TextField
      name="email"
      type="email"
      inputMode="email"
      autoComplete="off"
      maxLength={200}
      label={t('people.offer.email')}
      hint={t('people.offer.emailHint')}
      defaultValue={typed}
      problem={problem}
    />
  )
}
