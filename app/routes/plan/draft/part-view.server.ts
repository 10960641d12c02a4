import type { Part } from '#app/domain/draft.ts'
import type { Draft } from '#app/domain/draft.ts'
import type { Language, Text } from '#app/domain/language.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { draftWording, shortWording, toldView } from './told-view.server.ts'

interface Given {
  request: Request
  language: Language
  draft: Draft
  title: Text
  out: { what: Part; id: string; title: Text } | null
}

/** What every page of one part shows, whatever the part is. */
export function partView({ request, language, draft, title, out }: Given) {
  return {
    title: draftWording(title, language),
    basedOn: draft.basedOn?.number ?? null,
    told: toldView(request, draft, language),
    /** Changes when the page's form was saved: then the form begins anew. */
    saved: new URL(request.url).searchParams.get('saved'),
    out: out && { what: out.what, id: out.id, title: shortWording(out.title, language).words },
    form: newForm(),
  }
}
