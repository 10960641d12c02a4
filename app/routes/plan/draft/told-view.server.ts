import type { TFunction } from 'i18next'
import type { Told } from '#app/components/part-list.tsx'
import { placeOf, takenOutAs } from '#app/domain/draft-places.ts'
import type { Draft } from '#app/domain/draft.ts'
import { inLanguage, type Language, type Text, type Wording } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'

const LONGEST_NAME = 80

/** A text of the draft in the reader's language; words for it where nobody has written any. */
export function draftWording(text: Text, language: Language): Wording {
  const wording = inLanguage(text, language)
  return wording.words.trim() ? wording : { words: wordsIn(language).t('draft.untitled'), language }
}

/** The same, short enough for the name of a row: an element is known by its first words. */
export function shortWording(text: Text, language: Language): Wording {
  const wording = draftWording(text, language)
  if (wording.words.length <= LONGEST_NAME) return wording
  const cut = wording.words.slice(0, LONGEST_NAME)
  return { ...wording, words: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_NAME / 2))} …` }
}

/** What a page has to say of the button that led to it, as far as it is so: see `backTo`. */
export function toldView(request: Request, draft: Draft, language: Language): Told {
  const search = new URL(request.url).searchParams
  const { t } = wordsIn(language)
  const nothing: Told = { words: null, out: null, arrived: null }
  const moved = placeOf(draft.content, search.get('moved') ?? '')
  if (moved) {
    const { title, at, of } = moved
    return { ...nothing, words: t('draft.order.moved', { title: shortWording(title, language).words, at, of }) }
  }
  const out = takenOutAs(draft, search.get('out') ?? '')
  if (out) {
    const title = shortWording(out.title, language)
    const at = Number(search.get('at')) || 1
    return {
      ...nothing,
      words: t('draft.removal.done', { title: title.words }),
      out: { what: out.what, id: out.id, title, at },
    }
  }
  const returned = placeOf(draft.content, search.get('returned') ?? '')
  if (returned) {
    const { id, title } = returned
    const words = t('draft.return.done', { title: shortWording(title, language).words })
    return { ...nothing, words, arrived: id }
  }
  return { ...nothing, words: savedWords(search, t) ?? notDoneWords(search.get('not'), t) }
}

function savedWords(search: URLSearchParams, t: TFunction): string | null {
  if (search.has('begun')) return t('draft.isBegun')
  const added = Number(search.get('added'))
  if (Number.isInteger(added) && added > 0) return t('table.added', { count: added })
  return search.has('saved') ? t('draft.saved') : null
}

function notDoneWords(message: string | null, t: TFunction): string | null {
  if (message === 'noRoutineToPutIn' || message === 'noAreaToPutIn') return t(`problem.${message}`)
  return null
}
