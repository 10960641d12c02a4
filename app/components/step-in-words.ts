import type { TFunction } from 'i18next'
import { LANGUAGES, type Language, type Wording } from '#app/domain/language.ts'
import type { ComparedField, Said } from './both-texts.tsx'
import { dueRuleWords } from './due-rule-words.ts'
import type { Choice } from './select-field.tsx'
import { dueIn, type StepFields } from './step-fields.ts'

/** What a step can be tied to. */
export interface StepChoices {
  routines: readonly Choice[]
  bases: readonly { code: string; title: Wording }[]
}

/** The fields of a step's form with their labels, in the order of the form. */
export function stepLabels(t: TFunction): ComparedField[] {
  const texts = (['title', 'guidance'] as const).flatMap((name) =>
    LANGUAGES.map((lang) => ({
      name: `${name}.${lang}`,
      label: `${t(`stepEditor.field.${name}`)} (${t(`language.${lang}`)})`,
      lang,
    })),
  )
  const others = (
    [
      ...(['routineId', 'scope', 'responsible', 'carriedOutBy', 'confirmedBy'] as const),
      ...(['due', 'binding', 'legalBasis', 'sensitive', 'aboutSingleChildren', 'sparedSmallPairs'] as const),
    ] as const
  ).map((name) => ({ name, label: t(`stepEditor.field.${name}`) }))
  return [...texts, ...others]
}

/** What the fields say, by their names: a text as it is, a choice in words. */
export function stepInWords(
  fields: StepFields,
  codes: readonly string[],
  { routines, bases }: StepChoices,
  t: TFunction,
  language: Language,
): Record<string, Said> {
  const { title, guidance, routineId, scope, responsible, carriedOutBy, confirmedBy, binding } = fields
  const due = dueIn(fields)
  const notYet = t('stepEditor.notChosen')
  const yesOrNo = (yes: boolean) => t(yes ? 'stepEditor.yes' : 'stepEditor.no')
  return {
    ...Object.fromEntries(LANGUAGES.map((each) => [`title.${each}`, title[each] ?? ''])),
    ...Object.fromEntries(LANGUAGES.map((each) => [`guidance.${each}`, guidance[each] ?? ''])),
    routineId: routines.find(({ value }) => value === routineId)?.words ?? '',
    scope: t(`stepEditor.scope.${scope}`),
    responsible: responsible ? t(`side.heading.${responsible}`) : notYet,
    carriedOutBy: carriedOutBy ? t(`carriedOutBy.${carriedOutBy}`) : notYet,
    confirmedBy: confirmedBy ? t(`side.heading.${confirmedBy}`) : t('stepEditor.nobody'),
    due: due ? dueRuleWords(due, t, language) : notYet,
    binding: t(`stepEditor.binding.${binding}`),
    legalBasis: bases.filter(({ code }) => codes.includes(code)).map(({ title }) => title),
    sensitive: yesOrNo(fields.sensitive),
    aboutSingleChildren: yesOrNo(fields.aboutSingleChildren),
    sparedSmallPairs: yesOrNo(fields.sparedSmallPairs),
  }
}
