import { useTranslation } from 'react-i18next'
import { Checkbox } from './checkbox.tsx'
import { ProblemWords } from './field.tsx'
import { SelectField, type Choice } from './select-field.tsx'

/** The pairs a cycle can be opened with. */
export interface PairsToOpen {
  /** Those of the year before, by school. */
  before: {
    year: number
    schools: readonly {
      id: string
      name: string
      /** Each by its kindergarten. */
      pairs: readonly { id: string; name: string; children: number | null }[]
    }[]
  } | null
  choices: { kindergartens: readonly Choice[]; schools: readonly Choice[] }
  /** How many rows there are to add pairs in. */
  rows: number
}

interface OpeningPairsProps {
  opening: PairsToOpen
  /** What was sent, where it came back with problems. */
  typed: Readonly<Record<string, string>> | null
  wordsOf: (field: string) => string | undefined
}

/** The pairs of the year before to confirm, and rows to add others in. */
export function OpeningPairs({ opening, typed, wordsOf }: OpeningPairsProps) {
  const { t } = useTranslation()
  const { before, rows } = opening
  const hasBefore = before !== null && before.schools.length > 0
  const problem = wordsOf('withoutPairs')
  return (
    <>
      {hasBefore && (
        <section aria-labelledby="pairs">
          <h2 id="pairs">{t('opening.pairs', { year: before.year })}</h2>
          <p>{t('opening.pairsLead')}</p>
          <div className="opening-schools">
            {before.schools.map((school, at) => (
              <SchoolPairs key={school.id} school={school} at={at} typed={typed} />
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="added">
        <h2 id="added">{t(hasBefore ? 'opening.added' : 'opening.first')}</h2>
        <p>{t(hasBefore ? 'opening.addedLead' : 'opening.firstLead')}</p>
        <div className="opening-rows">
          {Array.from({ length: rows }, (_, at) => (
            <AddedPair key={at} at={at} choices={opening.choices} typed={typed} wordsOf={wordsOf} />
          ))}
        </div>
      </section>
      {(!hasBefore || problem) && (
        <div className="opening-without">
          <Checkbox
            id="withoutPairs"
            name="withoutPairs"
            value="yes"
            label={t('opening.withoutPairs')}
            hint={t('opening.withoutPairsHint')}
            defaultChecked={typed?.withoutPairs === 'yes'}
          />
          <ProblemWords id="withoutPairs" problem={problem} />
        </div>
      )}
    </>
  )
}

type School = NonNullable<PairsToOpen['before']>['schools'][number]

/** The kindergartens that sent children to a school, all chosen until somebody takes one out. */
function SchoolPairs({ school, at, typed }: { school: School; at: number; typed: OpeningPairsProps['typed'] }) {
  const { t } = useTranslation()
  const chosen = typed && (typed.pairs ?? '').split(',')
  return (
    <fieldset className="ds-fieldset opening-school">
      <legend className="ds-label">{school.name}</legend>
      {school.pairs.map(({ id, name, children }, pair) => (
        <Checkbox
          key={id}
          id={`pair-${at + 1}-${pair + 1}`}
          name="pairs"
          value={`${id}:${school.id}`}
          defaultChecked={chosen === null || chosen.includes(`${id}:${school.id}`)}
          label={
            <>
              {name}{' '}
              <span className="quiet">
                {children === null ? t('opening.childrenUnknown') : t('opening.childrenBefore', { count: children })}
              </span>
            </>
          }
        />
      ))}
    </fieldset>
  )
}

/** One row in which a pair can be added: who sends children, and to whom. */
function AddedPair({
  at,
  choices: { kindergartens, schools },
  typed,
  wordsOf,
}: { at: number; choices: PairsToOpen['choices'] } & Pick<OpeningPairsProps, 'typed' | 'wordsOf'>) {
  const { t } = useTranslation()
  const none = { value: '', words: t('field.choose') }
  const field = (name: 'kindergarten' | 'school', choices: readonly Choice[]) => (
    <SelectField
      name={`${name}[]`}
      id={`${name}-${at + 1}`}
      label={t(`opening.row.${name}`, { number: at + 1 })}
      choices={[none, ...choices]}
      defaultValue={typed?.[`${name}[]`]?.split(',')[at]}
      problem={wordsOf(`${name}-${at + 1}`)}
    />
  )
  return (
    <div className="filter">
      {field('kindergarten', kindergartens)}
      {field('school', schools)}
    </div>
  )
}
