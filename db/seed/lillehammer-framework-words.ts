/** How kindergartens say that their group works with an element, by its key in the template; never about a child. */
export const HOW: Readonly<Record<string, readonly string[]>> = {
  'trygghet-1': ['Faste lekegrupper på fire, satt sammen på tvers av avdelingene.'],
  'trygghet-2': [
    'Femårsgruppa møtes tirsdager og torsdager på biblioteket i barnehagen.',
    'Gruppa har fått sitt eget rom på formiddagen, med egne hyller og en logg på veggen.',
  ],
  'trygghet-3': [
    'To besøk i skolegården i høst, og et på SFO i februar.',
    'Vi låner gymsalen på skolen annenhver onsdag.',
  ],
  'sosial-1': ['Spill med faste turer hver fredag. Gruppa lager reglene selv.'],
  'sosial-2': ['Følelseskort i samlingsstunda. De samme kortene brukes på skolen.'],
  'sosial-3': ['Vi øver på «stopp, hør, finn en løsning» i små grupper.'],
  'lek-1': ['Formiddagen er ryddet: ingen planlagte aktiviteter før klokka elleve.'],
  'lek-2': ['En voksen har lekvakt hver dag, og vi går gjennom uka på avdelingsmøtet.'],
  'lek-3': [
    'Gruppa følger den samme bekken gjennom året og tegner det de finner.',
    'Turdag hver onsdag med lupe og spade.',
  ],
  'sprak-1': ['Vi leser den samme boka hele uka, og gruppa spiller den på fredag.', 'Høytlesing i grupper på fem.'],
  'sprak-2': ['Rim og regler i garderoben hver dag.', 'Språklekene i permen fra skolen, tre i uka.'],
  'sprak-3': ['Velkommen, takk og tallene til ti på alle språkene i gruppa.'],
  'skrift-1': ['Butikk med skilt, lister og kvitteringer i lekerommet.'],
  'skrift-2': ['Eget skrivebord med blyanter, konvolutter og en postkasse gruppa tømmer.'],
  'skrift-3': ['Gruppa har laget sin egen bok om turene i høst.'],
  'tall-1': ['Vi teller bestikk, barn i køen og kongler. Loddtrekking om hvem som dekker bord.'],
  'tall-2': ['Byggeprosjekt med kapla gjennom hele måneden.'],
  'tall-3': ['Skattejakt med ordene over, under, bak og mellom.'],
  'selv-1': ['Gruppa pakker egen sekk til turdagen etter et bildekort.'],
  'selv-2': ['Vi øver på å åpne matboksen og helle i koppen selv.'],
  'selv-3': ['Oppdrag på tvers av avdelingene: hente post, levere beskjeder.'],
  'kropp-1': ['Hinderløype ute hver mandag, laget av gruppa.'],
  'kropp-2': ['Sløydbenken er åpen hver dag etter frukt.'],
  'kropp-3': ['Vi går skoleveien sammen i april og teller overganger.'],
  'stemme-1': ['Gruppa har laget spørsmål til skolen. De henger ved døra.'],
  'stemme-2': ['Planen ble gått gjennom på foreldremøtet i høst.'],
  'stemme-3': ['Avskjedsfesten planlegges med gruppa: sanger, mat og hvem som inviteres.'],
}

/** How schools say that they work with their side. */
export const HOW_AT_SCHOOL: Readonly<Record<string, readonly string[]>> = {
  'trygghet-1': ['Begge kontaktlærerne er fri fra annet arbeid de tre første ukene.'],
  'trygghet-3': ['SFO og skole har laget felles husregler med bilder.'],
  'sosial-2': ['Vi har fått de samme følelseskortene som barnehagene bruker.'],
  'lek-1': ['Lekøkt hver dag fra ni til halv ti, med læreren til stede.'],
  'sprak-2': ['Språklekene fra barnehagenes perm ligger i ukeplanen til uke 40.'],
  'skrift-3': ['Barnehagene har sagt hvilke bøker gruppene kjenner. To av dem er kjøpt inn.'],
  'selv-1': ['Bilder ved hver knagg og plass er bestilt.'],
  'stemme-1': ['Spørsmålene fra gruppene tas opp første skoledag.'],
  'stemme-2': ['Foreldremøte i mai, sammen med SFO.'],
}

/** Elements that are not for a kindergarten, and why. */
export const NOT_FOR_US: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Sykehusbarnehagen i Lillehammer': {
    'kropp-3': 'Barna våre begynner på mange skoler. Foreldrene får kart over skoleveien i stedet.',
  },
  'Skårsetlia naturbarnehage': {
    'skrift-1': 'Vi er ute hele dagen og har ikke et rom med skilt og lister. Vi tar det inn i turbøkene.',
  },
  'Hovslageren FUS barnehage': {
    'kropp-3': 'Skolen ligger på den andre siden av E6. Vi kjører dit og går ikke veien.',
  },
  'Birkebeineren friluftsbarnehage': {
    'skrift-1': 'Gruppa holder til i skogen. Vi leser og skriver i turboka.',
    'selv-2': 'Vi har bare utedo, og øver på det som er hos oss.',
  },
}

/** What two kindergartens work with of their own: the area, the words, and the months it goes on. */
export const ADDITIONS = [
  {
    unit: 'Jørstadmoen barnehage',
    area: 'lek',
    words: 'Felles skogdag med førsteklassen den første fredagen i måneden',
    from: 10,
    to: 17,
  },
  {
    unit: 'Jørstadmoen barnehage',
    area: 'stemme',
    words: 'Gruppa lager en velkomstplakat til dem som blir femårsgruppe etter dem',
    from: 17,
    to: 18,
  },
  {
    unit: 'Engesvea FUS barnehage',
    area: 'kropp',
    words: 'Skiskole i lysløypa for hele gruppa i vinterukene',
    from: 13,
    to: 15,
  },
] as const
