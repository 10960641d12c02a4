/**
 * Words that make a text about a group one about a child: names of diagnoses, and of what is done in a single child's
 * case. Small letters; bokmål, nynorsk and what English shares with them.
 *
 * Kept out, because a group is well described with them: *spesialpedagog*, *logoped*, *støtteassistent* (who works there),
 * *tospråklig*, *morsmål*, *tegn til tale* (the language environment), *tilrettelegging*, *ressurs*, *trygghet*, *mestring*,
 * *psykologisk førstehjelp* (what all have worked with), *allergivennlig*, *melding* and *vedtak* (of anything).
 */

/** A word that begins so, whatever its ending: *autist*, *autistisk*, *autismespekteret*. */
export const WORDS_THAT_BEGIN = [
  // Diagnoses
  ...['adhd', 'autis', 'asperger', 'dysleks', 'dyslex', 'dyskalk', 'dyscalc', 'dyspraks', 'epileps', 'epilepti'],
  ...['diabet', 'tourett', 'mutis', 'afasi', 'dysfasi', 'leddgikt', 'hjerneskad', 'angst', 'separasjonsangst'],
  ...['utviklingshem', 'utviklingsforstyr', 'funksjonshem', 'funksjonsnedset', 'hørselshem', 'høyrselshem', 'synshem'],
  ...['tunghør', 'tunghøyr', 'døvblind', 'rullestol', 'psykiatri', 'nevrolog', 'traumatisert', 'fetalt', 'cøliak'],
  // Cases
  ...['utred', 'utgrei', 'enkeltvedtak', 'sakkyndig', 'sakkunnig', 'ppt', 'bup', 'habu', 'statped', 'barnevern'],
  ...['habiliter', 'spesialpedagogisk', 'spesialundervis', 'bekymringsmeld', 'omsorgssvikt', 'omsorgsovert'],
  ...['fosterhjem', 'fosterheim', 'fosterforeld', 'beredskapshjem', 'beredskapsheim', 'ekstraressurs', 'enkelttiltak'],
  ...['tvilling', 'trillinge', 'trillingar'],
] as const

/** A word with this anywhere in it: *tilleggsdiagnose*, *språkutredning*. */
export const WORDS_THAT_HOLD = ['diagnos', 'syndrom', 'kromosom', 'utredning', 'utgreiing'] as const

/** A whole word, and nothing longer: *kreft*, and not *krefter*, which all have. */
export const WHOLE_WORDS = [
  'downs',
  "down's",
  'kreft',
  'kreften',
  'døv',
  'døve',
  'døvt',
  'stotring',
  'stamming',
] as const

/** Only in capitals: in small letters they are something else. */
export const CAPITALS = ['CP', 'ADD', 'IOP', 'FAS', 'PTSD', 'OCD', 'AD/HD'] as const

/** Several words in a row; the last one with any ending. */
export const PHRASES = [
  'cerebral parese',
  'down syndrom',
  'pp tjenest',
  'pp tenest',
  'pedagogisk psykologisk',
  'individuell plan',
  'individuell opplæringsplan',
  'individuell utviklingsplan',
  'individuell tilrettelegg',
  'individuelt tilrettel',
  'utsatt skolestart',
  'utsett skulestart',
  'utsett skolestart',
  'sosiale vansker',
  'sosiale vanskar',
  'store vansker',
  'store vanskar',
] as const

/** *Språkvansker*, *åtferdsvanskar*: difficulties of a named kind are somebody's; *vanskelig* is anything. */
export const DIFFICULTIES = /^\p{L}{3,40}vansk(?:e|er|en|ene|ar|ane)$/u
