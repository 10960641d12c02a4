import type { Notice } from '#app/components/notices.tsx'
import { dayInWords } from '#app/components/day.tsx'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { HomeCycle } from '#app/services/home.server.ts'
import { whatToKnow, type ToKnow } from '#app/services/notices.server.ts'
import { listOwnWaiting } from '#app/services/seats.server.ts'
import { lackingNotices } from './cycles/participation-home.server.ts'
import { frameworkLink, frameworkNotice, type FrameworkLink } from './framework-home.server.ts'
import { newsPath } from './cycles/paths.ts'
import { peoplePath } from './people/paths.ts'
import { whatItIs, whenInWords } from './places/date-words.server.ts'
import { datesPath, groupsPath, incomingPath, presentationPath } from './places/paths.ts'
import { waitingNotices } from './seats/seat-view.server.ts'

/** What a person should know of before they begin: each with where to read it; and quietly, what their units work with. */
export async function noticesFor(
  context: SignedIn,
  cycles: readonly HomeCycle[],
  language: Language,
): Promise<{ notices: Notice[]; frameworks: FrameworkLink[] }> {
  const { t } = wordsIn(language)
  const own = cycles.map(({ cycle, checklists }) => ({ cycle, places: checklists.map(({ place }) => place) }))
  const { news, hearingUntil, vacant, numbers, asked, toRead, framework, dates } = await whatToKnow(context, own)
  const offers = waitingNotices(await listOwnWaiting(context), language)
  const unread = [...Map.groupBy(news, ({ cycle }) => cycle.year)].map(([year, units]): Notice => ({
    to: newsPath(year),
    title: t('news.see'),
    words: t('news.notice', { year, units: units.map(({ unit }) => unit.name).join(', ') }),
  }))
  const vacancies = vacant > 0 ? [vacancyNotice(vacant, language)] : []
  const notices = [
    ...offers,
    ...vacancies,
    ...lackingNotices(context, cycles, language),
    ...numbers.map((each) => numbersNotice(each, language)),
    ...asked.map((each) => askedNotice(each, language)),
    ...[...Map.groupBy(toRead, ({ year, unitId }) => incomingPath(year, unitId))].map(([to, those]) =>
      toReadNotice(to, those, language),
    ),
    ...dateNotice(dates, language),
    ...unread,
    ...framework.flatMap((each) => frameworkNotice(each, language)),
    ...(hearingUntil === null ? [] : [hearingNotice(hearingUntil, language)]),
  ]
  return { notices, frameworks: framework.flatMap((each) => frameworkLink(each, context, language)) }
}

function hearingNotice(until: LocalDate, language: Language): Notice {
  const { t } = wordsIn(language)
  return {
    to: '/plan/hearing',
    title: t('hearing.noticeLink'),
    words: t('hearing.notice', { day: dayInWords(until, language) }),
  }
}

function vacancyNotice(count: number, language: Language): Notice {
  const { t } = wordsIn(language)
  return { to: peoplePath(), title: t('people.vacantNoticeLink'), words: t('people.vacantNotice', { count }) }
}

function numbersNotice({ year, unitId, kind, name }: ToKnow['numbers'][number], language: Language): Notice {
  const { t } = wordsIn(language)
  return {
    to: groupsPath(year, unitId),
    title: t(kind === 'school' ? 'groupLine.confirm' : 'groupLine.say'),
    words: t('groupLine.notice', { year, name }),
  }
}

/** A school asks about a group, and waits. */
function askedNotice({ year, pairId, name }: ToKnow['asked'][number], language: Language): Notice {
  const { t } = wordsIn(language)
  return {
    to: presentationPath(year, pairId),
    title: t('presentation.notice.askedLink'),
    words: t('presentation.notice.asked', { year, school: name }),
  }
}

/** Groups that were presented to a school, and nobody there has read of. */
function toReadNotice(to: string, those: ToKnow['toRead'], language: Language): Notice {
  const { t } = wordsIn(language)
  const [first] = those
  const values = { count: those.length, year: first?.year, names: first?.name }
  return { to, title: t('presentation.notice.unreadLink'), words: t('presentation.notice.unread', values) }
}

/** The next date agreed on, and how many more there are in the two weeks. */
function dateNotice(dates: ToKnow['dates'], language: Language): Notice[] {
  const [next, ...others] = dates
  if (!next) return []
  const { t } = wordsIn(language)
  const words = t('dates.notice', {
    what: whatItIs(next, language),
    when: whenInWords(next, language),
    place: next.school,
  })
  const more = others.length > 0 ? t('dates.noticeMore', { first: words, count: others.length }) : words
  return [{ to: datesPath(next.year, next.unitId), title: t('dates.noticeLink'), words: `${more}.` }]
}
