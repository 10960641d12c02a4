import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import { dayInWords } from './day.tsx'
import { useLanguage } from './use-language.ts'

/** A unit by its name, with a link for those who may read of it. */
export interface NamedUnit {
  name: string
  href: string | null
}

interface UnitHeadProps {
  unit: {
    name: string
    kind: 'kindergarten' | 'school'
    municipality: string | null
    /** The first day it is no more, and what carries on. */
    closing: { on: LocalDate; isClosed: boolean; into: NamedUnit | null } | null
    tookOver: readonly (NamedUnit & { on: LocalDate; ahead: boolean })[]
  }
}

/** What a unit is called and is, what became of it, and what it came after. */
export function UnitHead({ unit: { name, kind, municipality, closing, tookOver } }: UnitHeadProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const inWords = (day: LocalDate) => dayInWords(day, language, { year: true })
  const kindWords = t(`units.kind.${kind}`)
  return (
    <header className="page-head">
      <p className="eyebrow">
        {municipality ? t('units.inMunicipality', { kind: kindWords, municipality }) : kindWords}
      </p>
      <h1>{name}</h1>
      {closing && (
        <p className="lead">
          {t(closing.isClosed ? 'units.closedOn' : 'units.closesOn', { day: inWords(closing.on) })}.{' '}
          {closing.into && (
            <>
              {t(closing.isClosed ? 'units.carriesOn' : 'units.willCarryOn')} <Named unit={closing.into} />.
            </>
          )}
        </p>
      )}
      {tookOver.map((unit) => (
        <p key={unit.name}>
          {t(unit.ahead ? 'units.takesOver' : 'units.tookOver')} <Named unit={unit} />, {inWords(unit.on)}.
        </p>
      ))}
    </header>
  )
}

function Named({ unit: { name, href } }: { unit: NamedUnit }) {
  return href ? <a href={href}>{name}</a> : <>{name}</>
}
