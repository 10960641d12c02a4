import type { PresentationAnswers } from '#app/domain/presentation.ts'

/** What a kindergarten of the demo writes of its group for school start 2027, and when. */
export interface Presented {
  on: string
  kindergarten: string
  /** The school that it is for; without one it is for all. */
  school?: string
  answers: PresentationAnswers
}

/** A good half of them have written something by March; two write nynorsk, and one writes again. */
export const PRESENTED: readonly Presented[] = [
  {
    on: '2027-01-21',
    kindergarten: 'Holmejordet barnehage',
    answers: {
      together:
        'Gruppa leker mye rollelek, og nye lekekamerater slippes lett inn. De er flinke til å spørre hverandre først når noe blir vanskelig, og henter en voksen når det ikke hjelper.',
      languages: 'Vi hører seks språk i garderoben. Sanger på polsk, arabisk og norsk brukes hver uke.',
      proud: 'Rampelyset! De skrev, øvde og spilte et teaterstykke for hele barnehagen til jul.',
      build: 'Samling i ring med et fast kort for dagen. Alle vet at den som har kortet, har ordet.',
    },
  },
  {
    on: '2027-01-28',
    kindergarten: 'Fagstadlia FUS barnehage',
    answers: {
      together:
        'En stor og leken gruppe som trives best når den deles i mindre grupper. Da får også de som er stille i store samlinger, vist hva de kan.',
      proud: 'De har bygd en egen gapahuk i skogen, og viser den gjerne fram.',
      worked: 'Vi har arbeidet med vennskap hele høsten. Boka om Bjørn og Bie er lest i stykker.',
      build: 'Faste turvenner når vi går langs vei, og en rolig time etter maten.',
    },
  },
  {
    on: '2027-02-02',
    kindergarten: 'Hammermo FUS barnehage',
    answers: {
      together: 'De leker ute i all slags vær. Uenighet løses ofte med stein, saks, papir, og det godtas av alle.',
      languages: 'Norsk er felles språk. Vi bruker bilder til alt som skjer i løpet av dagen.',
      proud: 'Alle har gått på ski til Nordsetra og tilbake.',
      build: 'Bildene av dagen på tavla. De ser etter dem det første de gjør.',
    },
  },
  {
    on: '2027-02-04',
    kindergarten: 'Ro barnehage',
    answers: {
      together: 'Ei lita gruppe der alle har lekt med alle. De passer på hverandre på tur.',
      proud: 'Grønnsakshagen. De solgte poteter til foreldrene og kjøpte nye bøker for pengene.',
      worked: 'Tall og mønster i naturen, og mange eventyr. Bukkene Bruse kan de utenat.',
    },
  },
  {
    on: '2027-02-09',
    kindergarten: 'Læringsverkstedet Lillehammer idrettsbarnehage',
    answers: {
      together:
        'Gruppa er glad i å bruke kroppen, og heier på hverandre. De trenger tid til å lande når de kommer inn.',
      languages: 'Vi synger oss gjennom overgangene. Flere språk er synlige på veggene.',
      proud: 'De arrangerte sin egen lekedag for de yngre barna.',
      worked: 'Regelleker, hinderløyper og bokstavjakt.',
      build: 'Bevegelse før ro: fem minutter ute først, så går samlingen lett.',
    },
  },
  {
    on: '2027-02-11',
    kindergarten: 'Sykehusbarnehagen i Lillehammer',
    answers: {
      together: 'De er vant til at noen går og kommer til ulike tider, og tar imot hverandre med åpne armer.',
      languages: 'Sju språk i gruppa. Vi har bøker på alle, og foreldre leser høyt på fredager.',
      proud: 'Utstillingen om kroppen i inngangen på sykehuset.',
      build: 'En fast velkomst ved døra, der hvert barn velger hilsen: klem, klapp eller vink.',
    },
  },
  {
    on: '2027-02-16',
    kindergarten: 'Vingrom barnehage',
    answers: {
      together: 'Gruppa kjenner kvarandre godt og leikar på tvers av alder. Dei er tolmodige med dei yngste.',
      languages: 'Mange snakkar dialekt heime, og vi høyrer tre andre språk. Rim og regler er populært.',
      proud: 'Dei har laga ei eiga avis med intervju frå heile bygda.',
      worked: 'Dyr og spor i snøen, og garden i nærleiken gjennom heile året.',
      build: 'Barnemøte kvar måndag, der dei sjølve er ordstyrarar.',
    },
  },
  {
    on: '2027-02-17',
    kindergarten: 'Saksheim naturbarnehage',
    answers: {
      together: 'Vi er ute det meste av dagen. Gruppa finn på leik sjølv og deler gjerne med fleire.',
      proud: 'Brua over bekken, som dei teikna og bygde saman.',
      build: 'Å få gjere ting med hendene fyrst, og snakke om det etterpå.',
    },
  },
  {
    on: '2027-02-18',
    kindergarten: 'Jørstadmoen barnehage',
    answers: {
      together: 'En trygg gruppe som har holdt sammen lenge. De tar godt imot dem som er nye.',
      worked: 'Vi har fulgt elva gjennom året, med tegninger og målinger.',
      build: 'Førskoleklubben på onsdager, der de øver på å vente på tur og lytte til en beskjed.',
    },
  },
  {
    on: '2027-02-19',
    kindergarten: 'Jørstadmoen barnehage',
    school: 'Jørstadmoen skole',
    answers: {
      together: 'En trygg gruppe som har holdt sammen lenge. De tar godt imot dem som er nye.',
      worked: 'Vi har fulgt elva gjennom året, med tegninger og målinger. Ta dem gjerne med dit igjen.',
      build: 'De kjenner skolegården fra turene våre, og har faste leker ved klatrestativet.',
    },
  },
  {
    on: '2027-02-23',
    kindergarten: 'Engesvea FUS barnehage',
    answers: {
      together: 'Det er mye humor i gruppa. De kan bli høylytte, og finner roen i små grupper.',
      languages: 'Vi bruker tegn til tale i samling, for alle.',
      proud: 'Klatreturen i Birkebeineren skistadion.',
      worked: 'Vennskap, følelser og psykologisk førstehjelp: røde og grønne tanker.',
      build: 'Vennebenken ute. Den som sitter der, blir hentet inn i en lek.',
    },
  },
  {
    on: '2027-02-24',
    kindergarten: 'Suttestad barnehage',
    answers: {
      together: 'De bygger store ting sammen og har lært å fordele oppgaver.',
      proud: 'Byen av papp, med gatenavn og butikker.',
      worked: 'Skrift og tegn overalt. Mange lager egne bøker.',
    },
  },
  {
    on: '2027-02-25',
    kindergarten: 'Steinrøysa barnehage',
    answers: {
      together: 'Gruppa er nysgjerrig og spør mye. De samarbeider best når oppgaven er praktisk.',
      languages: 'Fem språk. Vi teller til ti på alle sammen.',
      build: 'Måltidet: de smører selv, rydder selv og har bordvert.',
    },
  },
  {
    on: '2027-02-26',
    kindergarten: 'Skårsetlia naturbarnehage',
    answers: {
      together: 'De leker lenge i den samme leken, og tåler at regler endres underveis.',
      proud: 'De fyrer bål selv, med voksne ved siden av.',
      worked: 'Spor, fugler og stjernehimmelen.',
    },
  },
  {
    on: '2027-03-02',
    kindergarten: 'Hovslageren FUS barnehage',
    answers: {
      together: 'Ei omsorgsfull gruppe. De er vant til å leke to og to, og øver på å være flere.',
      build: 'Et bilde av neste aktivitet, og beskjed i god tid før vi bytter.',
    },
  },
  {
    on: '2027-03-03',
    kindergarten: 'Røyslimoen barnehage',
    answers: {
      together: 'Gruppa er delt i to og møtes ute. De kjenner skolen godt fra biblioteket.',
      proud: 'Korsangen på sykehjemmet.',
      worked: 'Eventyr og drama. Alle har spilt en rolle.',
      build: 'Leselyst: en halv time på puter med bøker etter maten.',
    },
  },
  {
    on: '2027-03-08',
    kindergarten: 'Holmejordet barnehage',
    answers: {
      together:
        'Gruppa leker mye rollelek, og nye lekekamerater slippes lett inn. De er flinke til å spørre hverandre først når noe blir vanskelig, og henter en voksen når det ikke hjelper.',
      languages: 'Vi hører seks språk i garderoben. Sanger på polsk, arabisk og norsk brukes hver uke.',
      proud: 'Rampelyset! De skrev, øvde og spilte et teaterstykke for hele barnehagen til jul.',
      worked: 'Etter jul har de laget tegneserier og spilt dem inn som hørespill.',
      build: 'Samling i ring med et fast kort for dagen. Alle vet at den som har kortet, har ordet.',
    },
  },
]

/** A question that a school asks back, and the answer. */
export interface AskedBack {
  kindergarten: string
  school: string
  on: string
  words: string
  answeredOn: string
  answer: string
}

export const ASKED_BACK: readonly AskedBack[] = [
  {
    kindergarten: 'Holmejordet barnehage',
    school: 'Nordre Ål skole',
    on: '2027-02-03',
    words: 'Hvilke sanger kan gruppa godt? Vi vil synge dem på førskoledagen.',
    answeredOn: '2027-02-05',
    answer: 'Bjørnen sover, Panie Janie og Ya tayr kan alle. De vil gjerne lære dem bort.',
  },
  {
    kindergarten: 'Fagstadlia FUS barnehage',
    school: 'Nordre Ål skole',
    on: '2027-03-04',
    words: 'Hvor store er de mindre gruppene når de trives best? Vi planlegger stasjoner i august.',
    answeredOn: '2027-03-31',
    answer: 'Fire til seks går fint. Med en voksen i nærheten holder de lenge på alene.',
  },
]
