import type { TFunction } from 'i18next'
import { dayInWords } from '#app/components/day.tsx'
import { atTheBeginning, monthInWords } from '#app/components/month.ts'
import type { WheelLine, WheelMonthView } from '#app/components/wheel-view.ts'
import type { WheelWords } from '#app/components/year-wheel.tsx'
import type { LocalDate } from '#app/domain/calendar.ts'
import { spanOf } from '#app/domain/due-date.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { monthOf } from '#app/domain/month.ts'
import { RINGS } from '#app/domain/year-wheel.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { MunicipalityYear } from '#app/services/wheel.server.ts'
import { wheelDrawing } from './wheel-drawing.server.ts'

/** The year wheel of the municipality, in the shape it is shown in. */
export function municipalityWheel({ cycle, steps, running }: MunicipalityYear, today: LocalDate, language: Language) {
  const { t } = wordsIn(language)
  const { year, version } = cycle
  const lines = steps.map(({ step, due, ring, number }): WheelLine => ({
    key: step.id,
    mark: String(number),
    ring,
    on: due,
    title: inLanguage(step.title, language),
    who: t(`wheel.ring.${ring}`),
    state: null,
    look: 'plain',
    href: null,
    places: [],
  }))
  return { year, version: version.number, running, ...wheelOf(year, lines, today, language) }
}

/** Whose a picture is and how new, for those who get it without the page: municipality, version of the plan and day. */
export function sourceOf(municipality: string, version: number | null, today: LocalDate, language: Language): string {
  const { t } = wordsIn(language)
  return `${municipality} · ${t('cycle.planVersion', { number: version })} · ${dayInWords(today, language, { year: true })}`
}

/** The picture and the list of these lines, in order of day, with what the picture says in words. */
export function wheelOf(year: number, lines: readonly WheelLine[], today: LocalDate, language: Language) {
  const { t } = wordsIn(language)
  const { from, to } = spanOf(year)
  const dates = lines.filter(({ ring }) => ring === 'dates').length
  const written = (on: LocalDate) => monthInWords(monthOf(on), language)
  return {
    drawing: lines.length === 0 ? null : wheelDrawing({ year, today, lines, language, t }),
    words: wheelWords(year, lines, t),
    months: monthsOfLines(lines, language),
    lead: [
      t('wheel.lead', { count: lines.length - dates, from: written(from), to: written(to) }),
      ...(dates > 0 ? [t('wheel.leadDates', { count: dates })] : []),
    ].join(' '),
  }
}

function wheelWords(year: number, lines: readonly WheelLine[], t: TFunction): WheelWords {
  const rings = RINGS.filter((ring) => lines.some((line) => line.ring === ring))
  return {
    title: t('wheel.title', { year }),
    description: t('wheel.described', {
      year,
      before: year - 1,
      rings: rings.map((ring) => t(`wheel.ring.${ring}`)).join(', '),
    }),
  }
}

function monthsOfLines(lines: readonly WheelLine[], language: Language): WheelMonthView[] {
  return [...Map.groupBy(lines, ({ on }) => monthOf(on))].map(([month, own]) => ({
    key: month,
    name: atTheBeginning(monthInWords(month, language)),
    lines: own,
  }))
}
