import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { numberInWords } from './import-numbers.ts'
import type { AddedView, ChangedView, DifferenceView, Some, WouldView } from './import-view.ts'

interface ImportChoiceProps {
  would: WouldView
  form: string
  /** The rows whose box was ticked when the form was sent; all of them, where it was not. */
  chosen: ReadonlySet<string> | null
  problem: string | undefined
}

/** What would be taken in, row by row, each with a box to leave it out by. */
export function ImportChoice({ would, form, chosen, problem }: ImportChoiceProps) {
  const { t } = useTranslation()
  const { added, changed, seen } = would
  const isChosen = (number: number) => chosen === null || chosen.has(String(number))
  return (
    <form method="post" className="import-choice">
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="seen" value={seen} />
      <div id="rows" tabIndex={-1}>
        {problem && <p className="ds-validation-message">{problem}</p>}
        {added.all > 0 && <Added added={added} isChosen={isChosen} />}
        {changed.all > 0 && <Changed changed={changed} isChosen={isChosen} />}
      </div>
      <p className="actions">
        <Button>{buttonWords(added.all, changed.all, t)}</Button>{' '}
        <span className="quiet">{t('unitImport.afterwards')}</span>
      </p>
    </form>
  )
}

function buttonWords(added: number, changed: number, t: TFunction): string {
  if (added > 0 && changed > 0) return t('unitImport.both', { added, changed })
  return added > 0 ? t('unitImport.take', { count: added }) : t('unitImport.change', { count: changed })
}

type IsChosen = (number: number) => boolean

function Added({ added, isChosen }: { added: Some<AddedView>; isChosen: IsChosen }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="added">
      <h2 id="added">{t('unitImport.added.title')}</h2>
      <p>{t('unitImport.added.how')}</p>
      <table className="ds-table import-table" aria-labelledby="added">
        <thead>
          <tr>
            <th scope="col">{t('units.name')}</th>
            <th scope="col">{t('units.orgNumber')}</th>
            <th scope="col">{t('units.owner')}</th>
          </tr>
        </thead>
        <tbody>
          {added.rows.map(({ number, name, orgNumber, owner, municipality, again }) => (
            <tr key={number}>
              <th scope="row">
                <Box number={number} name={name} isChosen={isChosen} />
                {municipality && <p className="quiet">{municipality}</p>}
                {again && <p className="quiet">{t('unitImport.added.again')}</p>}
              </th>
              <td data-label={t('units.orgNumber')} className="nowrap">
                {orgNumber ?? t('units.noNumber')}
              </td>
              <td data-label={t('units.owner')}>
                {owner.name} <span className="quiet">({t(`units.ownership.${owner.ownership}`)})</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreTaken some={added} />
    </section>
  )
}

function Changed({ changed, isChosen }: { changed: Some<ChangedView>; isChosen: IsChosen }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{t('unitImport.changed.title')}</h2>
      <p>{t('unitImport.changed.how')}</p>
      <table className="ds-table import-table" aria-labelledby="changed">
        <thead>
          <tr>
            <th scope="col">{t('units.name')}</th>
            <th scope="col">{t('unitImport.changed.column')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.rows.map(({ number, name, differences }) => (
            <tr key={number}>
              <th scope="row">
                <Box number={number} name={name} isChosen={isChosen} />
              </th>
              <td>
                <ul className="plain-list">
                  {differences.map((difference) => (
                    <li key={difference.what}>
                      <Difference difference={difference} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreTaken some={changed} />
    </section>
  )
}

function Difference({ difference: { what, before, after } }: { difference: DifferenceView }) {
  const { t } = useTranslation()
  return (
    <>
      {t(`unitImport.what.${what}`)}:{' '}
      {before === null ? t('unitImport.getsValue', { after }) : t('unitImport.fromTo', { before, after })}
    </>
  )
}

function Box({ number, name, isChosen }: { number: number; name: string; isChosen: IsChosen }) {
  const id = `row-${number}`
  return (
    <span className="ds-field">
      <input
        className="ds-input"
        type="checkbox"
        name="rows"
        id={id}
        value={number}
        defaultChecked={isChosen(number)}
      />
      <label className="ds-label" htmlFor={id}>
        {name}
      </label>
    </span>
  )
}

function MoreTaken({ some: { rows, all } }: { some: Some<unknown> }) {
  const { t } = useTranslation()
  return all > rows.length ? <p>{t('unitImport.moreTaken', { number: numberInWords(all - rows.length) })}</p> : null
}
