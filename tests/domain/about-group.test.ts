import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { notAboutGroup, problemInGroupText, type NotAboutGroup } from '#app/domain/about-group.ts'
import { WHOLE_WORDS, WORDS_THAT_BEGIN } from '#app/domain/about-group-words.ts'
import { day } from '#app/domain/calendar.ts'

const TODAY = day('2027-03-10')
const found = (text: string) => notAboutGroup(text, TODAY)

describe('what is about the group', () => {
  it.each([
    // bokmål
    'Gruppa leker godt sammen på tvers av alder, og alle slipper til i rolleleken.',
    'Vi er 14 barn, 8 gutter og 6 jenter, og går på tur hver onsdag.',
    'Fem språk snakkes i gruppa. Vi bruker tegn til tale og bilder i samlingsstunden.',
    'Barna er stolte av teaterstykket om Bukkene Bruse.',
    'Hvert barn får velge en aktivitet. Ett barn om gangen er ordensbarn.',
    'De tre bukkene er en gjenganger, og en fin gruppe gutter bygger hytte.',
    'Det er viktig at barnet blir sett, og at det enkelte barnets stemme høres.',
    'Spesialpedagogen og logopeden i personalgruppa veileder oss i språkarbeidet.',
    'Vi har jobbet med psykologisk førstehjelp: røde og grønne tanker.',
    'Vi øver på å tåle det som er vanskelig, og på å be om hjelp.',
    'Tilrettelegging for lek i små grupper virker godt.',
    'Vi har laget bokstaven S i leire, og lytter etter lyden M.',
    'Vi har øvd på bokstavene A, B og C.',
    'Gruppa er delt i gruppe A. Barna i gruppe B møtes ute.',
    'Å gå på tur er det beste. I skogen bygger de hytter.',
    'Vi synger «O jul med din glede» med T-skjorter på. Vi er med i 4H.',
    'Skoledagene i Vingar 12. mai 2027 gleder alle seg til.',
    'Vi har en fast førskoleklubb kl. 9.30, f.eks. med matteposer.',
    'Stammer og steiner på uteplassen brukes til balanse.',
    'En av de tingene vi er mest stolte av, er hytta.',
    'Alle har vært med på å dele ut saft til foreldre, SFO og naboer.',
    'Ta med vedtak fra barnemøtet: vi vil ha fotballbane.',
    'Vi leser om Pippi, og om gutten som ville kappspise.',
    'Vi har gode erfaringer med å la to og to gå sammen.',
    'Barna bruker kreftene sine ute, og fangsten fra fisketuren delte vi.',
    'Nord-Norge var tema, og Mumm og Mø fra boka er med overalt.',
    // nynorsk
    'Gruppa leikar godt saman, og borna hjelper kvarandre med kleda.',
    'Vi har born frå 3 barnehagar på leirskule i lag.',
    'Kvart barn får velje. Eitt barn om gongen har ansvar for bordet.',
    'Vi øver på å stå i det som er vanskeleg.',
    'Dei er stolte av songen om haren, og av hytta i skogen.',
    'Ein fast tur kvar veke, og ei god stund med bøker etter mat.',
    'Spesialpedagogen vår rettleier personalet i leik og språk.',
    // English
    'The group plays well together. A child is never left out.',
    'One child at a time sets the table.',
  ])('%s', (text) => {
    expect(found(text)).toBeNull()
  })
})

describe('what is about a child', () => {
  it.each<[string, NotAboutGroup['why'], string?]>([
    ['Ring mor på 12052112345', 'eleven digits'],
    ['Født 12.05.2021', 'birth date'],
    ['Begge er fødd 3. mai 2021', 'birth date'],
    // Initials
    ['A.B. trenger tid i overganger', 'initials', 'A.B.'],
    ['Vi har K. L. i gruppa', 'initials', 'K. L.'],
    ['Gruppa er god for J.S', 'initials', 'J.S'],
    ['gutten M. er flink å tegne', 'initials', 'gutten M.'],
    ['Guten M er flink til å teikne', 'initials', 'Guten M'],
    ['jenta K liker best å være ute', 'initials', 'jenta K'],
    ['barn A leker med barn B', 'initials', 'barn A'],
    ['M. trenger ro rundt seg', 'initials', 'M.'],
    ['Vi ser at T og S leker best ute', 'initials', 'T'],
    // Diagnoses
    ['Vi har god erfaring med ADHD', 'diagnosis or case', 'ADHD'],
    ['noen har adhd-medisin', 'diagnosis or case', 'adhd'],
    ['AD/HD er vi vant til', 'diagnosis or case', 'AD/HD'],
    ['En autist i gruppa', 'diagnosis or case', 'autist'],
    ['Autismespekteret er kjent for oss', 'diagnosis or case', 'Autismespekteret'],
    ['Ein med autistiske trekk', 'diagnosis or case', 'autistiske'],
    ['Downs syndrom', 'diagnosis or case', 'Downs'],
    ["Down's", 'diagnosis or case', "Down's"],
    ['Dysleksi i familien', 'diagnosis or case', 'Dysleksi'],
    ['epileptiske anfall', 'diagnosis or case', 'epileptiske'],
    ['Diabetesen styrer måltidene', 'diagnosis or case', 'Diabetesen'],
    ['cerebral parese', 'diagnosis or case', 'cerebral parese'],
    ['lett Cerebral  parese', 'diagnosis or case', 'Cerebral  parese'],
    ['CP gjør turene korte', 'diagnosis or case', 'CP'],
    ['Noen har språkvansker', 'diagnosis or case', 'språkvansker'],
    ['Nokre har åtferdsvanskar', 'diagnosis or case', 'åtferdsvanskar'],
    ['sosiale vansker', 'diagnosis or case', 'sosiale vansker'],
    ['med angst for nye rom', 'diagnosis or case', 'angst'],
    ['Døgnrytmesyndrom', 'diagnosis or case', 'Døgnrytmesyndrom'],
    ['separasjonsangst', 'diagnosis or case', 'separasjonsangst'],
    ['hørselshemmet', 'diagnosis or case', 'hørselshemmet'],
    ['tunghøyrd', 'diagnosis or case', 'tunghøyrd'],
    // Cases
    ['Det er satt i gang utredning', 'diagnosis or case', 'utredning'],
    ['skal utredes i vår', 'diagnosis or case', 'utredes'],
    ['Utgreiinga er ferdig', 'diagnosis or case', 'Utgreiinga'],
    ['språkutredningen er sendt', 'diagnosis or case', 'språkutredningen'],
    ['uten diagnose', 'diagnosis or case', 'diagnose'],
    ['tilleggsdiagnosar', 'diagnosis or case', 'tilleggsdiagnosar'],
    ['enkeltvedtaket gjelder ut året', 'diagnosis or case', 'enkeltvedtaket'],
    ['sakkyndig vurdering foreligger', 'diagnosis or case', 'sakkyndig'],
    ['Sakkunnig vurdering', 'diagnosis or case', 'Sakkunnig'],
    ['PPT er inne', 'diagnosis or case', 'PPT'],
    ['Vi samarbeider med PP-tjenesten', 'diagnosis or case', 'PP-tjenesten'],
    ['PP-tenesta kjem kvar veke', 'diagnosis or case', 'PP-tenesta'],
    ['Pedagogisk-psykologisk teneste', 'diagnosis or case', 'Pedagogisk-psykologisk'],
    ['BUP følger opp', 'diagnosis or case', 'BUP'],
    ['barnevernet er orientert', 'diagnosis or case', 'barnevernet'],
    ['får spesialpedagogisk hjelp', 'diagnosis or case', 'spesialpedagogisk'],
    ['Spesialpedagogiske tiltak', 'diagnosis or case', 'Spesialpedagogiske'],
    ['individuell opplæringsplan', 'diagnosis or case', 'individuell opplæringsplan'],
    ['utsatt skolestart', 'diagnosis or case', 'utsatt skolestart'],
    ['utsett skulestart', 'diagnosis or case', 'utsett skulestart'],
    ['fosterheimen', 'diagnosis or case', 'fosterheimen'],
    ['tvillingene bør skilles', 'diagnosis or case', 'tvillingene'],
    // One child
    ['Vi har én gutt som trenger ro', 'one child', 'én gutt'],
    ['ei jente som ikke snakker norsk', 'one child', 'ei jente'],
    ['Ein gut som treng ro', 'one child', 'Ein gut'],
    ['en veldig aktiv gutt', 'one child', 'en veldig aktiv gutt'],
    ['Vi har ett barn som blir urolig', 'one child', 'ett barn som'],
    ['eitt barn i gruppa treng ekstra støtte', 'one child', 'eitt barn i gruppa treng'],
    ['et barn med mye energi', 'one child', 'et barn med'],
    ['en av guttene slår', 'one child', 'en av guttene'],
    ['Ei av jentene er sjenert', 'one child', 'Ei av jentene'],
    ['eitt av borna søv dårleg', 'one child', 'eitt av borna'],
    ['Vi har en som løper av gårde', 'one child', 'har en som'],
    ['Det er ein som må ha hjelp', 'one child', 'Det er ein som'],
    ['There is one child who needs help', 'one child', 'one child who'],
  ])('%s', (text, why, words) => {
    expect(found(text)).toEqual(words === undefined ? { why } : { why, words })
  })
})

test('a word that points is found wherever it stands, in any letters, with any ending', () => {
  const before = fc.constantFrom('', 'Vi har ', 'Gruppa (', '«', 'mye\n')
  const after = fc.constantFrom('', '.', ' i gruppa', ')', '»', '-plan')
  const stems = fc.constantFrom(...WORDS_THAT_BEGIN)
  const ending = fc.constantFrom('', 'en', 'ar', 'ane', 's')
  fc.assert(
    fc.property(before, stems, ending, after, fc.boolean(), (start, stem, end, rest, loud) => {
      const word = loud ? `${stem}${end}`.toUpperCase() : `${stem}${end}`
      expect(found(start + word + rest)).toEqual({ why: 'diagnosis or case', words: word })
    }),
  )
})

test('inside another word it is another word', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WORDS_THAT_BEGIN, ...WHOLE_WORDS), (word) => {
      const inside = `o${word}`
      expect(found(inside)?.why === 'diagnosis or case' && !/vansk|diagnos|utred|utgrei/.test(inside)).toBe(false)
    }),
  )
})

test('what is quoted stands in the text', () => {
  const pieces = fc.constantFrom(
    'en gutt som',
    'A. B.',
    'ADHD',
    'Gruppa',
    'leker',
    'K',
    '.',
    '\n',
    'I',
    'et barn',
    'med',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join(' ')
      const about = found(text)
      if (about && 'words' in about) expect(text).toContain(about.words)
    }),
  )
})

test.each([
  ['letters', 'a'.repeat(300_000)],
  ['words', 'et lite '.repeat(40_000)],
  ['children', 'et barn i '.repeat(30_000)],
  ['capitals', 'A. '.repeat(100_000)],
  ['capitals in a row', 'A.'.repeat(150_000)],
  ['spaces', ' '.repeat(300_000)],
  ['digits', '1 '.repeat(150_000)],
])('300,000 characters of %s are looked through, which the square of them would never be', (_, text) => {
  expect(() => found(text)).not.toThrow()
})

describe('a field', () => {
  const problem = (text: string | null, longest = 300) => problemInGroupText('how', text, longest, TODAY)

  it('is told what to write instead, with the words it is about', () => {
    expect(problem('Vi har én gutt som løper')).toEqual([
      { field: 'how', message: 'oneChild', values: { words: 'én gutt' } },
    ])
    expect(problem('ADHD')).toEqual([{ field: 'how', message: 'diagnosisOrCase', values: { words: 'ADHD' } }])
    expect(problem('gutten M. løper')).toEqual([{ field: 'how', message: 'initials', values: { words: 'gutten M.' } }])
  })

  it('repeats no number that may be somebody’s', () => {
    expect(problem('12052112345')).toEqual([{ field: 'how', message: 'elevenDigits' }])
  })

  it('is too long before it is anything else', () => {
    expect(problem('ADHD '.repeat(10_000))).toEqual([
      { field: 'how', message: 'textTooLong', values: { longest: 300 } },
    ])
  })

  it('may be empty', () => {
    expect(problem(null)).toEqual([])
  })
})
