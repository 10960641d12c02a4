import { useTranslation } from 'react-i18next'

interface DateUnkeptProps {
  reason: string
  by: string
  typed: Readonly<Record<string, string>>
}

/** A date that was cancelled: why, by whom, and what was typed meanwhile by whoever wanted to change it. */
export function DateUnkept({ reason, by, typed }: DateUnkeptProps) {
  const { t } = useTranslation()
  const times = [typed.from, typed.to].filter(Boolean).join('–')
  const words = [typed.on, times, typed.title, typed.venue, typed.whoComes, typed.reason].filter(Boolean)
  return (
    <section id="seen" tabIndex={-1}>
      <p>{t('dates.cancelledWhy', { reason })}</p>
      <p className="quiet">{by}</p>
      {words.length > 0 && (
        <p>
          {t('dates.unkept')} {words.join(' · ')}
        </p>
      )}
    </section>
  )
}
