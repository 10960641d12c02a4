import { useTranslation } from 'react-i18next'
import type { Shortcoming } from '#app/domain/readiness.ts'

/** What the step lacks as it is saved: what keeps the plan from being published, and what is worth a look. */
export function StepShortcomings({ shortcomings }: { shortcomings: readonly Omit<Shortcoming, 'spot'>[] }) {
  const { t } = useTranslation()
  if (shortcomings.length === 0) return null
  const stops = shortcomings.some(({ stops }) => stops)
  return (
    <section className="step-lacks" aria-labelledby="lacks">
      <h2 id="lacks">{t(stops ? 'stepEditor.lacks' : 'stepEditor.look')}</h2>
      <ul>
        {shortcomings.map(({ lacks }) => (
          <li key={lacks}>{t(`shortcoming.${lacks}`)}</li>
        ))}
      </ul>
    </section>
  )
}
