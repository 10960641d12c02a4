import { wordsIn } from '#app/http/words.server.ts'
import type { WriteReminder } from '#app/services/participation-reminders.server.ts'
import { answerPath } from './paths.ts'

/** The mail to somebody who can answer for these units, in bokmål, as all mail that nobody asked for. */
export function reminderLetter(municipality: string, origin: string, year: number): WriteReminder {
  const { t } = wordsIn('nb')
  return (units) => {
    const [first] = units
    const links = units.map(({ id, name }) => `${name}\n${origin}${answerPath(year, id)}`).join('\n\n')
    const values = { municipality, year, links, units: first?.name ?? '', count: units.length }
    return {
      subject: t('participation.letter.subject', values),
      body: t('participation.letter.body', values),
    }
  }
}
