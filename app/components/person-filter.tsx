import { useTranslation } from 'react-i18next'
import { ROLES, type Role } from '#app/domain/permissions.ts'
import { Button } from './button.tsx'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

/** Which people to show: a GET form, so that every answer has an address. */
export function PersonFilter({ filter }: { filter: { words: string; role: Role | 'none' | null } }) {
  const { t } = useTranslation()
  return (
    <form method="get" action="/people#everybody" className="filter" role="search">
      <TextField name="q" type="search" label={t('people.search')} defaultValue={filter.words} />
      <SelectField
        name="role"
        label={t('people.roleFilter')}
        defaultValue={filter.role ?? ''}
        choices={[
          { value: '', words: t('people.allRoles') },
          ...ROLES.map((role) => ({ value: role, words: t(`role.${role}`) })),
          { value: 'none', words: t('people.noRole') },
        ]}
      />
      <Button variant="secondary">{t('people.show')}</Button>
    </form>
  )
}
