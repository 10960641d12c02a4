import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Refusal } from '#app/domain/refusal.ts'
import type { Edge } from '#app/http/edge.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { anyone } from '#app/http/guard.server.ts'
import { redirectTo, safePath } from '#app/http/redirect.server.ts'
import { sessionCookie, tokenOf } from '#app/http/session.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { signOut } from '#app/services/sessions.server.ts'
import { listDemoPeople, signInAs, type DemoPerson } from '#app/services/sign-in.server.ts'

const ChoiceForm = z.object({ person: z.string().max(100), back: z.string().default('/') })

export const loader = anyone(async ({ context, request, edge, language }) => {
  onlyInDemo(edge)
  const back = safePath(new URL(request.url).searchParams.get('back'), '/')
  const people = Map.groupBy(await listDemoPeople(context.db, context.today), ({ group }) => group)
  const groups = GROUPS.flatMap((group) => ({
    group,
    people: (people.get(group) ?? []).map(({ id, name }) => ({ id, name })),
  }))
  return json({
    back,
    groups: groups.filter((each) => each.people.length > 0),
    title: wordsIn(language).t('signIn.demoTitle'),
  })
})

const GROUPS: readonly DemoPerson['group'][] = ['municipality', 'several', 'directors', 'principals', 'owners']

export const action = anyone(async ({ context, request, edge }) => {
  onlyInDemo(edge)
  const input = await readForm(request, ChoiceForm)
  if (!input.ok) throw new Refusal('not found')
  const token = await signInAs(context.db, input.value.person, context.now)
  const before = tokenOf(edge, request)
  if (before !== null) await signOut(context.db, before, context.now)
  const cookie = sessionCookie(token, { origin: edge.settings.origin, ownDevice: false })
  throw redirectTo(safePath(input.value.back, '/'), { 'Set-Cookie': cookie })
})

/** Choosing a person exists only where the process was started as a demo. */
function onlyInDemo(edge: Edge): void {
  if (!edge.settings.demo) throw new Refusal('not found')
}

export const handle = { script: false }

export default function DemoPage() {
  const { t } = useTranslation()
  const { back, groups, title } = useLoaderData<typeof loader>()
  return (
    <form className="narrow" method="post">
      <input type="hidden" name="back" value={back} />
      <h1>{title}</h1>
      <p>{t('signIn.demoHow')}</p>
      {groups.map(({ group, people }) => (
        <section key={group} aria-labelledby={group}>
          <h2 id={group}>{t(`signIn.group.${group}`)}</h2>
          <ul className="person-list">
            {people.map(({ id, name }) => (
              <li key={id}>
                <PersonButton id={id} name={name} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </form>
  )
}

/** People of the demo are named by role and unit: "Styrer, Røyslimoen barnehage". */
function PersonButton({ id, name }: { id: string; name: string }) {
  const [role = name, ...place] = name.split(', ')
  return (
    <button className="person-choice" type="submit" name="person" value={id}>
      <span>
        <span className="person-role">{role}</span>
        {place.length > 0 && (
          <>
            <span className="ds-sr-only">, </span>
            <span className="person-place">{place.join(', ')}</span>
          </>
        )}
      </span>
    </button>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
