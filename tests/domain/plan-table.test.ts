import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDue, LONGEST_TITLE } from '#app/domain/draft-problems.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import { PLACE_KINDS, SIDES } from '#app/domain/place.ts'
import { CARRIED_OUT_BY } from '#app/domain/plan.ts'
import { cellsOf } from '#app/domain/plan-table-cells.ts'
import { COLUMNS, columnsOf, isHeader } from '#app/domain/plan-table-columns.ts'
import { readDue } from '#app/domain/plan-table-due.ts'
import { guidanceOf, titleOf } from '#app/domain/plan-table-text.ts'
import { readWho } from '#app/domain/plan-table-who.ts'
import { readTable } from '#app/domain/plan-table.ts'

/** The next school start, whose weeks are counted: week 10 of 2028 ends on 10 March, its Friday. */
const YEAR = 2028

/** A due rule in short: `15.10 before`, `1.5 start`, `-14 days`. */
function short(due: DueRule): string {
  if (due.kind === 'days from first school day') return `${due.days} days`
  return `${due.day}.${due.month} ${due.kind === 'year before school start' ? 'before' : 'start'}`
}

describe('when', () => {
  it.each([
    ['innen 1. mai', '1.5 start'],
    ['1. mai', '1.5 start'],
    ['1.mai', '1.5 start'],
    ['Seinast 1. juni', '1.6 start'],
    ['15.10', '15.10 before'],
    ['15.10.', '15.10 before'],
    ['Frist: 15.10.', '15.10 before'],
    ['15/10', '15.10 before'],
    ['01.03.2026', '1.3 start'],
    ['2026-03-01', '1.3 start'],
    ['15.10.2027', '15.10 before'],
    ['15. okt. 2027', '15.10 before'],
    ['22. januar 2024\n17.30–19.00', '22.1 start'],
    ['kl. 12.10 den 5. mai', '5.5 start'],
    ['1.–15. mars', '15.3 start'],
    ['1. mars – 15. april', '15.4 start'],
    ['10.12.–15.1.', '15.1 start'],
    ['uke 10', '10.3 start'],
    ['Veke 10', '10.3 start'],
    ['uke 10–12', '24.3 start'],
    ['uke 10,11', '17.3 start'],
    ['uke 42, 43', '29.10 before'],
    ['uke 5 t.o.m. uke 9', '3.3 start'],
    ['uke 5 t.o.m. 9', '3.3 start'],
    ['uke 10 og uke 12', '24.3 start'],
    ['veke 10 og 11', '17.3 start'],
    ['torsdag i veke 23', '8.6 start'],
    ['uke 45', '12.11 before'],
    ['uke 50-2', '14.1 start'],
    ['mars', '31.3 start'],
    ['Februar', '28.2 start'],
    ['Febr.', '28.2 start'],
    ['desember (innen 15.12.)', '15.12 before'],
    ['mars/april', '30.4 start'],
    ['april–mai', '31.5 start'],
    ['mai / juni', '30.6 start'],
    ['desember/januar', '31.1 start'],
    ['aug./sept.', '30.9 before'],
    ['Oktober (september)', '31.10 before'],
    ['Juni (uke 24)', '16.6 start'],
    ['haust (oktober)', '31.10 before'],
    ['medio april', '15.4 start'],
    ['ultimo mai', '31.5 start'],
    ['Fortløpende og innen utgangen av april.', '30.4 start'],
    ['i slutten av november', '30.11 before'],
    ['første skoledag', '0 days'],
    ['Fyrste skuledag', '0 days'],
    ['ved skolestart', '0 days'],
    ['ved skulestart i august', '0 days'],
    ['to uker før skolestart', '-14 days'],
    ['3 veker før skulestart', '-21 days'],
    ['14 dager etter skolestart', '14 days'],
    ['Første skoleuke', '4 days'],
    ['september (etter skolestart)', '30.9 start'],
    ['oktober etter at barna har begynt på skolen', '31.10 start'],
    ['november, første skoleår', '30.11 start'],
    ['august året før skolestart', '31.8 before'],
    ['september, siste barnehageår', '30.9 before'],
  ])('"%s" says %s', (words, due) => {
    const read = readDue(words, YEAR)
    expect([read && short(read.due), read?.sure]).toEqual([due, 'exact'])
  })

  it.each([
    ['august', '31.8 before'],
    ['1. august', '1.8 before'],
    ['uke 34', '27.8 before'],
    ['tidlig i januar', '10.1 start'],
    ['primo mars', '10.3 start'],
    ['før mai', '1.5 start'],
    ['etter 1. mars', '1.3 start'],
    ['første uka i mars', '7.3 start'],
    ['fyrste veke i mars', '7.3 start'],
    ['månedsskiftet april/mai', '1.5 start'],
    ['månadsskiftet mai/juni', '1.6 start'],
    ['1. mars og 15. april', '15.4 start'],
    ['30. februar', '28.2 start'],
    ['15. september 2028', '15.9 start'],
    ['høst', '30.11 before'],
    ['Haust', '30.11 before'],
    ['i løpet av høsten', '30.11 before'],
    ['tidlig høst', '30.9 before'],
    ['høsten etter skolestart', '30.11 start'],
    ['vår', '31.5 start'],
    ['Vårhalvåret', '31.5 start'],
    ['vinter', '28.2 start'],
    ['før jul', '15.12 before'],
    ['før sommerferien', '15.6 start'],
    ['august før skolestart', '-1 days'],
    ['før skulestart', '-1 days'],
    ['en måned før skolestart', '-30 days'],
  ])('"%s" is a guess, %s', (words, due) => {
    const read = readDue(words, YEAR)
    expect([read && short(read.due), read?.sure]).toEqual([due, 'guess'])
  })

  it.each([
    '',
    'ved behov',
    'fortløpende',
    'hele året',
    'før påske',
    'uke 0',
    'uke 54',
    'etter avtale',
    'jul',
    '17.30',
  ])('"%s" says no day', (words) => {
    expect(readDue(words, YEAR)).toBe(null)
  })
})

describe('who', () => {
  it.each([
    ['styrer', 'kindergarten director', 'kindergarten', 'kindergarten'],
    ['Styrar', 'kindergarten director', 'kindergarten', 'kindergarten'],
    ['Styrer i barnehagen', 'kindergarten director', 'kindergarten', 'kindergarten'],
    ['Barnehagen', 'kindergarten director', 'kindergarten', 'kindergarten'],
    ['Pedagogisk leder', 'pedagogical leader', 'kindergarten', 'kindergarten'],
    ['pedagogisk leiar', 'pedagogical leader', 'kindergarten', 'kindergarten'],
    ['Ped.leder', 'pedagogical leader', 'kindergarten', 'kindergarten'],
    ['Barnehagelærer', 'pedagogical leader', 'kindergarten', 'kindergarten'],
    ['rektor', 'principal', 'school', 'school'],
    ['Skolen', 'principal', 'school', 'school'],
    ['skulen', 'principal', 'school', 'school'],
    ['kontaktlærer', 'class teacher', 'school', 'school'],
    ['Kontaktlærar', 'class teacher', 'school', 'school'],
    ['Skolen v/kontaktlærer', 'class teacher', 'school', 'school'],
    ['SFO', 'after-school leader', 'school', 'school'],
    ['SFO-leiar', 'after-school leader', 'school', 'school'],
    ['kommunen', 'municipality', 'municipality', 'municipality'],
    ['oppvekst', 'municipality', 'municipality', 'municipality'],
    ['Barnehage- og skoleeier', 'municipality', 'municipality', 'municipality'],
  ] as const)('"%s" is %s, all that is said', (words, carriedOutBy, responsible, scope) => {
    expect(readWho(words)).toEqual({ carriedOutBy, responsible, scope, whole: true })
  })

  it.each([
    ['styrer og rektor', 'kindergarten director', 'kindergarten', 'pair'],
    ['Rektor i samarbeid med styrer', 'principal', 'school', 'pair'],
    ['barnehage/skole', 'kindergarten director', 'kindergarten', 'pair'],
    ['Barnehage-skule', 'kindergarten director', 'kindergarten', 'pair'],
    ['Kontaktlærere på 1. trinn', 'class teacher', 'school', 'school'],
    ['Styrer, PPT og helsesykepleier', 'kindergarten director', 'kindergarten', 'kindergarten'],
    ['Føresette, PPT, barnehage og skule', 'parents', 'kindergarten', 'pair'],
    ['Foreldre', 'parents', null, null],
  ] as const)('"%s" is %s, and says more than that', (words, carriedOutBy, responsible, scope) => {
    expect(readWho(words)).toEqual({ carriedOutBy, responsible, scope, whole: false })
  })

  it.each(['PPT', 'alle', 'Skolestarterne', 'helsestasjonen', ''])('"%s" is to be chosen', (words) => {
    expect(readWho(words)).toBe(null)
  })
})

describe('cells', () => {
  const rowsOf = (pasted: string) => cellsOf(pasted).rows

  it('of Excel stand in quotes where they hold lines, and quotes are doubled', () => {
    expect(rowsOf('Mai\t"Sende ""skjema""\r\ntil skolen"\tStyrer\r\nJuni\tBesøk\t\r\n')).toEqual([
      ['Mai', 'Sende "skjema"\ntil skolen', 'Styrer'],
      ['Juni', 'Besøk', ''],
    ])
  })

  it('keep a quote that somebody wrote', () => {
    expect(rowsOf('Mai\t"Bli kjent"-dag\tStyrer')).toEqual([['Mai', '"Bli kjent"-dag', 'Styrer']])
    expect(rowsOf('Mai\t"Bli kjent\tStyrer\nJuni\tBesøk\t"Rektor')).toEqual([
      ['Mai', '"Bli kjent', 'Styrer'],
      ['Juni', 'Besøk', '"Rektor'],
    ])
  })

  it('of Word hold several lines without quotes, in the middle and last', () => {
    expect(rowsOf('Når\tHva\tHvem\nMai\tMøte\nmed foreldre\tStyrer\nRektor\nJuni\tBesøk\tSkolen')).toEqual([
      ['Når', 'Hva', 'Hvem'],
      ['Mai', 'Møte\nmed foreldre', 'Styrer\nRektor'],
      ['Juni', 'Besøk', 'Skolen'],
    ])
  })

  it('of Word hold bullets, which a tab follows', () => {
    expect(rowsOf('Når\tHva\tHvem\nMai\t•\tDato\n•\tSted\tStyrer')).toEqual([
      ['Når', 'Hva', 'Hvem'],
      ['Mai', '• Dato\n• Sted', 'Styrer'],
    ])
  })

  it('stand alone in a heading between rows', () => {
    expect(rowsOf('HØST\nOktober\tMelde\tStyrer\nBarnehagen\nMai\tSende\tStyrer')).toEqual([
      ['HØST', '', ''],
      ['Oktober', 'Melde', 'Styrer'],
      ['Barnehagen', '', ''],
      ['Mai', 'Sende', 'Styrer'],
    ])
  })

  it('stand between pipes in Markdown', () => {
    expect(rowsOf('| Når | Hva |\n| :-- | --- |\n| Mai | Møte<br>om a\\|b |\n')).toEqual([
      ['Når', 'Hva'],
      ['Mai', 'Møte\nom a|b'],
    ])
  })

  it('stand between semicolons in CSV', () => {
    expect(rowsOf('Når;Hva;Hvem\n1. mai;"Sende; bekrefte";Styrer')).toEqual([
      ['Når', 'Hva', 'Hvem'],
      ['1. mai', 'Sende; bekrefte', 'Styrer'],
    ])
  })

  it('are left out where a whole row or column is empty', () => {
    expect(rowsOf('\tMai\t\tMøte\t\n\t\t\t\t\n\tJuni\t\tBesøk\t')).toEqual([
      ['Mai', 'Møte'],
      ['Juni', 'Besøk'],
    ])
  })
})

describe('columns', () => {
  it.each([
    ['Når\tHva\tHvordan\tHvem', 'when what how who'],
    ['Når?\tHva?\tHvordan?\tHvem?', 'when what how who'],
    ['Kva\tKorleis\tKven\tTidspunkt', 'what how who when'],
    ['Måned\tTiltak\tAnsvar', 'when what who'],
    ['Tid:\tHva:\tHvem har ansvaret:', 'when what who'],
    ['Tid\tTiltak\tInnhald\tAnsvar', 'when what how who'],
    ['Nr\tAktivitet\tDeltakere\tAnsvarlig\tFrist\tUtført', 'skip what how who when skip'],
    ['Månad\tFrist\tTiltak\tAnsvarleg', 'when when what who'],
    ['Tiltak\tHva\tHvem', 'what how who'],
  ])('%s', (header, columns) => {
    const cells = header.split('\t')
    expect(columnsOf([cells, cells.map(() => 'x')])).toEqual({ columns: columns.split(' '), header: 0 })
  })

  it('are guessed from the content where there is no header', () => {
    const rows = [
      ['1', 'Styrer', 'Melde antall barn', 'Liste sendes til skolen', 'Oktober'],
      ['2', 'Rektor', 'Invitere til møte', 'Brev', '15. mars'],
      ['3', 'Skole og barnehage', 'Besøksdag', '', 'uke 23'],
    ]
    expect(columnsOf(rows)).toEqual({ columns: ['skip', 'who', 'what', 'how', 'when'], header: null })
  })

  it('are guessed from rows, not from the headings between them', () => {
    const rows = cellsOf('SEPTEMBER\t\nDanne gruppe\tStyrer\nOKTOBER\t\nMøte\tRektor\nMARS\t\nBesøk\tSkolen').rows
    expect(columnsOf(rows)).toEqual({ columns: ['what', 'who'], header: null })
  })

  it('are named below a title of the table', () => {
    expect(
      columnsOf([
        ['Årshjul', ''],
        ['Måned', 'Tiltak'],
        ['Mai', 'Møte'],
      ]).header,
    ).toBe(1)
  })

  it('are not named by a row of the table', () => {
    expect(isHeader(['Uke 10', 'Aktivitet', 'Rektor'])).toBe(false)
    expect(isHeader(['Oktober', 'Møte', 'Rektor'])).toBe(false)
  })
})

describe('a row', () => {
  it.each([
    ['Melde antall barn.', 'Melde antall barn', ''],
    ['Invitere til møte. Rektor sender brev.', 'Invitere til møte', 'Rektor sender brev.'],
    ['Møte\nmed foreldre', 'Møte', 'med foreldre'],
    ['Foreldremøte for 1. trinn', 'Foreldremøte for 1. trinn', ''],
    ['Møte kl. 18. Servering', 'Møte kl. 18. Servering', ''],
    ['• Besøk\n• Lek', 'Besøk', '• Lek'],
    ['', '', ''],
  ])('says what in its first line or sentence: "%s"', (cell, title, rest) => {
    expect(titleOf(cell)).toEqual({ title, rest })
  })

  it('keeps what a title has no room for', () => {
    const cell = 'Møte om overgangen '.repeat(20).trim()
    const { title, rest } = titleOf(cell)
    expect(title.length).toBeLessThanOrEqual(LONGEST_TITLE)
    expect(`${title} ${rest}`).toBe(cell)
  })

  it('says how in Markdown, and tags are only text', () => {
    expect(guidanceOf(['Ta med:\n• skjema\n- penn\nSe <b>rutinen</b>', '15. oktober er fristen'])).toBe(
      'Ta med:\n\n- skjema\n- penn\n\nSe <b>rutinen</b>\n\n15\\. oktober er fristen',
    )
  })

  it('without when has that of the row above, or of the heading above', () => {
    const { rows } = readTable('Når\tHva\tHvem\nMai\tSende\tStyrer\n\tLese\tRektor\nOKTOBER\t\t\n\tMelde\tStyrer', YEAR)
    expect(rows.map(({ kind, title, due }) => [kind, title, due && short(due.due)])).toEqual([
      ['step', 'Sende', '31.5 start'],
      ['step', 'Lese', '31.5 start'],
      ['section', 'OKTOBER', null],
      ['step', 'Melde', '31.10 before'],
    ])
  })

  it('without who has that of the heading above', () => {
    const { rows } = readTable('Når\tHva\tHvem\nBarnehagen\nMai\tSende\t\nSkolen\nMai\tLese\t', YEAR)
    expect(rows.map(({ kind, who }) => [kind, who?.responsible])).toEqual([
      ['section', undefined],
      ['step', 'kindergarten'],
      ['section', undefined],
      ['step', 'school'],
    ])
  })

  it('of autumn that follows spring is after school start, and somebody has to look at it', () => {
    const table = ['Når\tHva', 'Oktober\tMelde', 'Mai\tSende', 'August\tFørste dag', 'September\tMøte']
    const { rows } = readTable([...table, 'Oktober året før\tMelde', 'SKOLEN\t', 'Oktober\tLese'].join('\n'), YEAR)
    expect(rows.map(({ due }) => due && [short(due.due), due.sure].join(' '))).toEqual([
      '31.10 before exact',
      '31.5 start exact',
      '31.8 start guess',
      '30.9 start guess',
      '31.10 before exact',
      null,
      '31.10 before exact',
    ])
  })

  it('with nothing but when is not understood, and asks for the rest', () => {
    const { rows } = readTable('Når\tHva\tHvem\n15. mai\t\t\n1. juni\tSende\tPPT', YEAR)
    expect(rows.map(({ kind, lacks }) => [kind, ...lacks])).toEqual([
      ['not understood', 'title', 'who', 'responsible'],
      ['step', 'who', 'responsible'],
    ])
  })

  it('that names the columns again is a heading', () => {
    const { rows } = readTable('Når\tHva\nMai\tMøte\nNår\tHva\nJuni\tBesøk', YEAR)
    expect(rows.map(({ kind }) => kind)).toEqual(['step', 'section', 'step'])
  })

  it('is read as the columns were matched by hand', () => {
    const { rows } = readTable('Når\tHva\tHvem\nBesøk\tmai\tRektor', YEAR, ['what', 'when', 'skip'])
    expect(rows).toMatchObject([{ title: 'Besøk', due: { sure: 'exact' }, who: null }])
  })
})

describe('tables as municipalities publish them', () => {
  const kinds = (pasted: string) => readTable(pasted, YEAR).rows.map(({ kind, lacks }) => [kind, ...lacks].join(' '))

  it('a year wheel of three columns', () => {
    const wheel = [
      'Måned\tTiltak\tAnsvar',
      'September\tFagdag for barnehage og skole\tOppvekst',
      'Oktober\tInnskriving til 1. trinn\tRektor',
      'Februar\tOpptak til SFO\tSFO-leder',
      'Mars\tMøte om gruppesammensetning\tRektor og styrer',
      'April/mai\tOverføringssamtaler\tPedagogisk leder',
      'Juni\tBesøksdag\tKontaktlærer',
      'August\tVelkommen til skolen\tRektor',
    ]
    expect(kinds(wheel.join('\r\n'))).toEqual([...Array<string>(6).fill('step'), 'step dueGuessed'])
  })

  it('a plan that goes on after school start, and names parents', () => {
    const plan = [
      'Tidspunkt\tAktivitet\tAnsvar',
      'Oktober\tInnskriving\tForesatte',
      'Nov.- des.\tSamarbeidsmøte\tRektor',
      'Januar – mars\tBarnehagene besøker skolen\tBarnehagene/skolen',
      'Innen 1. april\tSkjemaet "Overføring" sendes\tStyrer',
      'Mai/juni\tFørskoledag\tSkole og SFO',
      'August\tFørste skoledag\tRektor',
      'September\tEvalueringsmøte\tRektor innkaller',
    ]
    expect(kinds(plan.join('\n'))).toEqual([
      ...['step responsible', 'step', 'step', 'step', 'step'],
      ...['step dueGuessed', 'step dueGuessed'],
    ])
  })

  it('four columns in nynorsk, with seasons between and merged cells', () => {
    const plan = [
      'Når\tKva\tKorleis\tKven',
      'HAUST\t\t\t',
      'Innan 15. oktober\tMelde frå om barn som skal byrje\tSkjema til skulen\tStyrar',
      '\tAvtale møtedagar\t"- Rektor kallar inn\n- Styrar svarar"\tRektor',
      'VÅR\t\t\t',
      'Veke 10\tVitjing på skulen\tKvar gruppe får ein dag\tKontaktlærar',
      'Ved behov\tMøte om tilrettelegging\t\tPPT',
    ]
    expect(kinds(plan.join('\n'))).toEqual([
      ...['section', 'step', 'step', 'section', 'step'],
      'step due who responsible',
    ])
  })
})

describe('laws', () => {
  const word = fc.constantFrom(
    ...['Når', 'Hva', 'Hvem', 'HØST', 'Barnehagen', 'mai', 'uke 10', '31.12.', 'uke 53', 'august', 'styrer', 'PPT'],
    ...['"', '""', '•\t', '- ', '|', ';', '\n', '\r\n', '\t', '\t', ' ', '. ', '(', '\\', '|---|', '<br>', '0', '99'],
    ...['før', 'etter', 'skolestart', 'to', 'dager', 'første skoledag', '#', '\u00a0', '\u200b', '\ud800', '🙂'],
  )
  const anyPasted = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
  )
  const anyYear = fc.integer({ min: 2020, max: 2060 })

  it('no row is lost: each is the header, a step, a heading, or not understood', () => {
    fc.assert(
      fc.property(anyPasted, anyYear, (pasted, year) => {
        const { rows, header } = readTable(pasted, year)
        expect(rows.length + (header ? 1 : 0)).toBe(cellsOf(pasted).rows.length)
        for (const { kind, title, lacks } of rows) {
          expect(kind === 'step').toBe(kind !== 'section' && title !== '')
          expect(lacks.includes('title')).toBe(kind === 'not understood')
        }
      }),
    )
  })

  it('no letter or digit is lost on the way into cells', () => {
    const letters = (text: string) =>
      text
        .replace(/<br\s*\/?>/gi, '')
        .match(/[\p{Script=Latin}\d]/gu)
        ?.sort()
        .join('') ?? ''
    fc.assert(
      fc.property(anyPasted, (pasted) => {
        const { rows } = cellsOf(pasted)
        const kept = pasted.normalize('NFC')
        expect(letters(rows.flat().join('\n'))).toBe(letters(kept))
      }),
    )
  })

  it('all rows are equally wide, as many as there are columns', () => {
    fc.assert(
      fc.property(anyPasted, anyYear, (pasted, year) => {
        const { rows } = cellsOf(pasted)
        const { columns } = readTable(pasted, year)
        expect(rows.every((cells) => cells.length === columns.length)).toBe(true)
        expect(columns.every((column) => COLUMNS.includes(column))).toBe(true)
        for (const once of ['what', 'who']) expect(columns.filter((column) => column === once).length).toBeLessThan(2)
      }),
    )
  })

  it('a due rule that comes out is one that a step can have', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), anyYear, (words, year) => {
        const read = readDue(words.join(' '), year)
        if (read) expect(isDue(read.due)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('a day that is named comes out as that day, in the year its month belongs to', () => {
    const months = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'september', 'oktober', 'november']
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.constantFrom(...months), anyYear, (day, name, year) => {
        const read = readDue(`innen ${day}. ${name}`, year)
        const kind = months.indexOf(name) < 7 ? 'school start year' : 'year before school start'
        expect(read).toMatchObject({ due: { kind, day }, sure: 'exact' })
      }),
    )
  })

  it('who comes out is somebody that a step can name', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const read = readWho(words.join(' '))
        if (!read) return
        expect([null, ...CARRIED_OUT_BY]).toContain(read.carriedOutBy)
        expect([null, ...SIDES]).toContain(read.responsible)
        expect([null, ...PLACE_KINDS]).toContain(read.scope)
      }),
    )
  })
})
