import { json } from '@remix-run/node'
import { z } from 'zod'
import type { Marked } from '#app/components/framework-action.tsx'
import { MARKS } from '#app/domain/framework-mark.ts'
import type { Month, Months } from '#app/domain/month.ts'
import type { Chosen } from '#app/domain/framework-marking.ts'
import type { Language } from '#app/domain/language.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm, several } from '#app/http/form.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { sentByBrowser } from '#app/http/receipt.server.ts'
import { redirectTo, safePath } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { markFramework } from '#app/services/framework-marks.server.ts'

const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete')
const words = z
  .string()
  .trim()
  .transform((text) => text || null)
const back = z.string().max(500).default('/')

/** An element or addition as a form chooses it: `element:id:meaning:last mark seen`. */
const chosen = z
  .string()
  .regex(/^(?:element|addition):[\w-]{1,60}:\d{1,6}:[\w-]{0,60}$/, 'formIncomplete')
  .transform((value): Chosen => {
    const [what, id = '', meaning, seen] = value.split(':')
    return { what: what === 'addition' ? 'addition' : 'element', id, meaning: Number(meaning), seen: seen || null }
  })

/** What is marked, of which elements. */
const MarksForm = z.object({
  form: hidden,
  back,
  chosen: several(chosen),
  mark: z.enum([...MARKS, 'withdrawn'], { error: 'markMissing' }),
  from: z.string().max(20).default(''),
  to: z.string().max(20).default(''),
  how: words.optional(),
  reason: words.default(null),
})

/** Having read the framework, as one version has it. */
export const AcknowledgementForm = z.object({ form: hidden, version: hidden })

/** What is taken over from the cycle before. */
export const BeginningForm = z.object({ form: hidden, chosen: several(chosen) })

/** An addition of the unit's own. */
export const AdditionForm = z.object({
  form: hidden,
  area: z.string().max(100).default(''),
  words: z.string().trim().default(''),
})

/** Other words for one, with those it had when the form was made. */
export const ChangedAdditionForm = z.object({
  form: hidden,
  words: z.string().trim().default(''),
  seen: z.string().default(''),
})

/** Taking one out. */
export const RemovalForm = z.object({ form: hidden, seen: z.string().default('') })

type Params = Readonly<Record<string, string | undefined>>

/** Which unit's framework a URL names. */
export function frameworkAt(params: Params) {
  return { year: yearOf(params), placeId: partOf(params, 'place') }
}

/** Marks what a form says, and answers as the form was sent: a script gets a receipt, a browser is led back. */
export async function marksSent({ context, params, request }: { context: SignedIn; params: Params; request: Request }) {
  const input = await readForm(request, MarksForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { form, back, chosen, from, to, ...said } = input.value
  const marking = { ...said, months: monthsFrom(from, to) }
  const outcome = await markFramework(context, frameworkAt(params), marking, chosen, form)
  if (!outcome.saved) {
    return json<Receipt>({ saved: false, problems: outcome.problems, typed: input.typed }, { status: 422 })
  }
  if (sentByBrowser(request)) throw redirectTo(withMark(safePath(back, '/'), said.mark, chosen.length))
  return json<Receipt<Marked>>({ saved: true, mark: said.mark, count: chosen.length })
}

function monthsFrom(from: string, to: string): Months | null {
  const isMonth = (text: string): text is Month => /^\d{4}-\d\d$/.test(text)
  return isMonth(from) && isMonth(to) ? { from, to } : null
}

/** The same page, told what was marked. */
function withMark(back: string, mark: string, count: number): string {
  const [path = '/', query = ''] = (back.split('#')[0] ?? '/').split('?')
  const search = new URLSearchParams(query)
  search.set('marked', mark)
  search.set('count', String(count))
  return `${path}?${search.toString()}`
}

/** What a form without script has just done, from the URL it was led back to. */
export function markedWords(request: Request, language: Language): string | null {
  const { searchParams } = new URL(request.url)
  const { t } = wordsIn(language)
  const said = searchParams.get('marked')
  const mark = ([...MARKS, 'withdrawn'] as const).find((each) => each === said)
  const count = Number(searchParams.get('count'))
  if (mark && count > 0) return t('framework.saved.many', { count, mark: t(`framework.mark.${mark}`) })
  const done = searchParams.get('saved')
  if (done === 'acknowledged') return t('framework.acknowledge.saved')
  if (done === 'beginning') return t('framework.beginning.saved')
  return done === 'addition' ? t('framework.addition.saved') : null
}
