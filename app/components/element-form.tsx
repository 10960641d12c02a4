import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Text } from '#app/domain/language.ts'
import { weightOfElement, type Meant } from '#app/domain/meaning.ts'
import type { Element } from '#app/domain/plan.ts'
import { MeantField } from './meant-field.tsx'
import { PartForm } from './part-form.tsx'
import { elementTexts } from './part-texts.ts'
import type { Returned } from './returned.ts'

type Texts = Pick<Element, 'kindergarten' | 'school'>

interface ElementFormProps {
  texts: Texts
  /** What it says in the version the draft was begun from. */
  before: Texts | null
  answered: Meant | null
  form: string
  seen: string
  returned: Returned
}

/** The texts of an element of the framework; where the wording changed, with the question what that means. */
export function ElementForm({ texts, before, answered, form, seen, returned }: ElementFormProps) {
  const { t } = useTranslation()
  const { typed, wordsOf } = returned
  const [now, setNow] = useState<Texts>(() => textsIn((name) => typed[name]) ?? texts)
  const weight = before ? weightOfElement(asElement(before), asElement(now)) : 'nothing'
  const follow = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const fields = new FormData(currentTarget)
    setNow(textsIn((name) => String(fields.get(name) ?? '')) ?? texts)
  }
  return (
    <PartForm
      fields={elementTexts(t, texts)}
      form={form}
      seen={seen}
      returned={returned}
      save={t('draft.save')}
      onInput={follow}
    >
      <MeantField what="element" weight={weight} meant={typed.meant} answered={answered} problem={wordsOf('meant')} />
    </PartForm>
  )
}

/** The texts as they stand in the form's fields, or null where there are none. */
function textsIn(field: (name: string) => string | undefined): Texts | null {
  if (field('kindergarten.nb') === undefined) return null
  const text = (name: string): Text => {
    const [nb = '', nn = '', en = ''] = LANGUAGES.map((language) =>
      (field(`${name}.${language}`) ?? '').replace(/\r\n?/g, '\n').trim(),
    )
    return { nb, nn, en }
  }
  return { kindergarten: text('kindergarten'), school: text('school') }
}

function asElement(texts: Texts): Element {
  return { ...texts, id: '', meaning: 0 }
}
