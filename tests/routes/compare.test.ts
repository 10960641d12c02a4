import { beforeAll, describe, expect, it } from 'vitest'
import type { PartView, SectionView } from '#app/components/comparison-view.ts'
import type { Person } from '#app/domain/permissions.ts'
import { wordDifference } from '#app/routes/plan/word-difference.server.ts'
import { beginDraft, saveEdit } from '#app/services/draft.server.ts'
import { openHearing } from '#app/services/hearing.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { stepEdited } from '#tests/domain/editing.ts'
import { stepAs } from '#tests/domain/field.ts'
import { publishNext } from '#tests/services/renewing.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, responseOf } from './visiting.ts'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

interface Shown {
  title: string
  any: boolean
  chooser: { from: string; to: string; choices: { value: string }[]; presets: { path: string; here: boolean }[] } | null
  comparison: { sections: SectionView[]; sum: string; opening: number } | null
}

async function ask(fjordvik: World, search: string, person: Person | null = null, language = 'nb'): Promise<Response> {
  const loader = site.get('/plan/compare')?.loader
  if (!loader) throw new Error('Nothing is compared')
  const cookie = person ? `${await cookieOf(fjordvik, person.id)}; ` : ''
  const request = getting(`/plan/compare${search}`, { Cookie: `${cookie}language=${language}` })
  return responseOf(loader, { request, edge: edgeOf(fjordvik) })
}

async function see(fjordvik: World, search: string, person: Person | null = null, language = 'nb'): Promise<Shown> {
  const response = await ask(fjordvik, search, person, language)
  expect(response.status).toBe(200)
  return (await response.json()) as Shown
}

async function partsOf(fjordvik: World, language = 'nb'): Promise<PartView[]> {
  const { comparison } = await see(fjordvik, '?from=1&to=2', null, language)
  return comparison?.sections.flatMap(({ parts }) => parts) ?? []
}

describe('what is compared', () => {
  it('is, where the address does not say, the newest version and the one before it', async () => {
    const fjordvik = await world()
    await publishNext(fjordvik, 2, {})
    await publishNext(fjordvik, 3, {})
    const shown = await see(fjordvik, '')
    expect(shown).toMatchObject({ title: 'Endringer fra versjon 2 til versjon 3', chooser: { from: '2', to: '3' } })
    expect(shown.chooser?.choices.map(({ value }) => value)).toEqual(['3', '2', '1'])
    expect(shown.chooser?.presets).toMatchObject([
      { path: '/plan/compare?from=2&to=3', here: true },
      { path: '/plan/compare?from=1&to=2', here: false },
    ])
    expect((await see(fjordvik, '?to=2')).chooser).toMatchObject({ from: '1', to: '2' })
    expect((await see(fjordvik, '?from=1&to=')).chooser).toMatchObject({ from: '1', to: '3' })
  })

  it('is nothing where there is only one version', async () => {
    expect(await see(await world(), '')).toMatchObject({ any: true, chooser: null, comparison: null })
  })

  it.each(['?from=1&to=9', '?from=9&to=1', '?from=0&to=1', '?from=x&to=1', '?from=1&to=1e0', '?from=1&to=-1'])(
    'is not found: %s',
    async (search) => {
      expect((await ask(await world(), search)).status).toBe(404)
    },
  )

  it('says that nothing differs, between two that say the same and of one with itself', async () => {
    const fjordvik = await world()
    await publishNext(fjordvik, 2, {})
    expect((await see(fjordvik, '?from=1&to=2')).comparison).toMatchObject({ sections: [], sum: '', opening: 0 })
    expect((await see(fjordvik, '?from=2&to=2')).chooser).toMatchObject({ from: '2', to: '2' })
  })
})

describe('the draft in a comparison', () => {
  async function withDraft(): Promise<World> {
    const fjordvik = await world()
    const adviser = fjordvik.as('adviser')
    await beginDraft(adviser, { number: 1 }, newId())
    const step = stepEdited(STEPS.visit, { title: { nb: 'Skolen kommer på besøk to ganger' } })
    await saveEdit(adviser, { kind: 'step', routineId: ROUTINES.cooperation, step, meant: 'meaning' }, null, newId())
    return fjordvik
  }
  const statuses = async (fjordvik: World) => {
    const { adviser, observer, bluebellDirector, bluebellDeputy, fjordvikPrincipal, kindergartenOwner } = PEOPLE
    const everybody = [adviser, bluebellDirector, bluebellDeputy, fjordvikPrincipal, kindergartenOwner, observer, null]
    return Promise.all(
      everybody.map(async (person) => [
        (await ask(fjordvik, '?from=1&to=draft', person)).status,
        (await ask(fjordvik, '?from=draft&to=1', person)).status,
        (await see(fjordvik, '', person)).chooser?.to ?? null,
      ]),
    )
  }
  const reads = [200, 200, 'draft']
  const readsNot = [404, 404, null]

  it('is for whoever writes it', async () => {
    const fjordvik = await withDraft()
    expect(await statuses(fjordvik)).toEqual([reads, ...Array<typeof readsNot>(6).fill(readsNot)])
    expect((await see(fjordvik, '?from=1&to=draft', PEOPLE.adviser)).comparison).toMatchObject({
      sum: '1 steg endret',
      opening: 1,
    })
  })

  it('is for those who may comment on it as long as its hearing is open', async () => {
    const fjordvik = await withDraft()
    const period = { from: fjordvik.at('2027-03-11').today, to: fjordvik.at('2027-03-20').today }
    expect(await openHearing(fjordvik.as('adviser'), period, newId())).toMatchObject({ saved: true })
    const onlyTheAdviser = [reads, ...Array<typeof readsNot>(6).fill(readsNot)]
    expect(await statuses(fjordvik.at('2027-03-10'))).toEqual(onlyTheAdviser)
    for (const on of ['2027-03-11', '2027-03-20']) {
      expect(await statuses(fjordvik.at(on))).toEqual([reads, reads, reads, reads, readsNot, readsNot, readsNot])
    }
    expect(await statuses(fjordvik.at('2027-03-21'))).toEqual(onlyTheAdviser)
  })

  it('answers exactly as what is not there, for others and where there is none', async () => {
    const bodies = async (fjordvik: World, person: Person | null) => {
      const response = await ask(fjordvik, '?from=1&to=draft', person)
      return [response.status, await response.text()]
    }
    const there = await withDraft()
    const notThere = await world()
    expect(await bodies(there, PEOPLE.observer)).toEqual(await bodies(notThere, PEOPLE.observer))
    expect(await bodies(notThere, PEOPLE.adviser)).toEqual(await bodies(notThere, null))
  })
})

describe('what a comparison says', () => {
  it('counts steps first, and lists routine by routine in reading order', async () => {
    const fjordvik = await world()
    await publishNext(
      fjordvik,
      2,
      {
        [STEPS.visit]: null,
        [STEPS.formGroup]: { meaning: 2, sensitive: true },
        [STEPS.clarifyNeeds]: { binding: 'law' },
      },
      [stepAs({ id: 'letter', title: { nb: 'Brev' }, guidance: { nb: 'Send **brev**.' } })],
    )
    const { comparison } = await see(fjordvik, '?from=1&to=2')
    expect(comparison).toMatchObject({ sum: '1 nytt steg, 1 steg tatt ut, 2 steg endret', opening: 1 })
    expect(comparison?.sections).toMatchObject([
      {
        id: ROUTINES.frame,
        happened: 'same',
        count: 2,
        parts: [
          {
            id: STEPS.formGroup,
            happened: 'changed',
            opensAgain: true,
            wordingOnly: false,
            fields: [{ kind: 'fact', label: 'Følsomt steg', before: 'Nei', after: 'Ja' }],
          },
          {
            id: 'letter',
            happened: 'added',
            label: 'Nytt steg',
            whole: [{ html: '<p>Send <strong>brev</strong>.</p>\n' }, {}, {}, {}, {}, {}, {}],
          },
        ],
      },
      { id: ROUTINES.cooperation, count: 1, parts: [{ id: STEPS.visit, happened: 'taken out', label: 'Tatt ut' }] },
      {
        id: ROUTINES.support,
        parts: [{ id: STEPS.clarifyNeeds, opensAgain: false, wordingOnly: true, fields: [{ label: 'Forpliktelse' }] }],
      },
    ])
  })

  it('says due days before and after in words, which is no matter of wording', async () => {
    const fjordvik = await world()
    await publishNext(fjordvik, 2, { [STEPS.visit]: { due: { kind: 'days from first school day', days: -14 } } })
    expect(await partsOf(fjordvik)).toMatchObject([
      {
        opensAgain: false,
        wordingOnly: false,
        fields: [{ label: 'Frist', before: '15. april før skolestart', after: '14 dager før første skoledag' }],
      },
    ])
  })

  it('compares texts word by word in the language of the reader, the others after it', async () => {
    const fjordvik = await world()
    const title = { nb: 'Fastsette datoene og møtene i årshjulet', nn: 'Fastsetje datoane og møta i årshjulet' }
    await publishNext(fjordvik, 2, { [STEPS.agreeDates]: { title } })
    const added = (words: string) => ({ kind: 'added', words })
    expect(await partsOf(fjordvik)).toMatchObject([
      {
        title: { words: title.nb },
        fields: [
          {
            first: { language: 'nb', pieces: [{ kind: 'same' }, added('og møtene '), { kind: 'same' }] },
            others: [
              { language: 'nn' },
              { language: 'en', pieces: [{ kind: 'taken out', words: 'Set the dates of the year' }] },
            ],
            translationOnly: false,
          },
        ],
      },
    ])
    expect(await partsOf(fjordvik, 'nn')).toMatchObject([
      { fields: [{ first: { language: 'nn', pieces: [{}, added('og møta '), {}] } }] },
    ])
    expect(await partsOf(fjordvik, 'en')).toMatchObject([{ fields: [{ first: { language: 'nb' } }] }])
  })

  it('says of a new translation that it is only that', async () => {
    const fjordvik = await world()
    const title = {
      nb: 'Fastsette datoene i årshjulet',
      nn: 'Avtale datoane i årshjulet',
      en: 'Set the dates of the year',
    }
    await publishNext(fjordvik, 2, { [STEPS.agreeDates]: { title } })
    expect(await partsOf(fjordvik)).toMatchObject([
      { wordingOnly: true, fields: [{ translationOnly: true, first: { language: 'nn' }, others: [] }] },
    ])
  })
})

describe('texts word by word', () => {
  const told = (before: string, after: string) =>
    wordDifference()(before, after).map(({ kind, words }) => {
      return kind === 'same' ? words : kind === 'added' ? `[+${words}]` : `[-${words}]`
    })
  it.each([
    ['Møte om våren', 'Møte om våren', ['Møte om våren']],
    ['', '', []],
    ['', 'Ny tekst', ['[+Ny tekst]']],
    ['Gammel tekst', '', ['[-Gammel tekst]']],
    ['Møte om våren', 'Møte tidlig om våren', ['Møte ', '[+tidlig ]', 'om våren']],
    ['Møte om våren', 'Foreldrene får et brev', ['[-Møte om våren]', '[+Foreldrene får et brev]']],
    ['Møte om våren', 'Møte  om våren', ['[-Møte om våren]', '[+Møte  om våren]']],
  ])('%j became %j', (before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })

  it('are shown whole where they are long and too unlike, and stay quick', () => {
    const long = (word: string) => Array.from({ length: 1600 }, (_, at) => `${at % 3 ? 'felles' : word + at}`).join(' ')
    expect(wordDifference()(long('a'), long('b'))).toHaveLength(2)
  })

  it('are shown whole when a page has compared enough', () => {
    const difference = wordDifference(30)
    const changed = () => difference('ett to tre fire fem seks', 'ett to tre fire fem seks sju').length
    expect([changed(), changed(), changed()]).toEqual([2, 2, 2])
    expect(difference('ett to tre', 'ett to fire tre')[0]).toEqual({ kind: 'taken out', words: 'ett to tre' })
    expect(difference('ett to tre', 'ett to tre')).toEqual([{ kind: 'same', words: 'ett to tre' }])
  })
})
