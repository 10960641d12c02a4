import type { TFunction } from 'i18next'
import type { Text } from '#app/domain/language.ts'
import type { TextsOfPart } from './part-form.tsx'

const EMPTY: Text = { nb: '' }

/** The texts of a routine, as its form has them. */
export function routineTexts(t: TFunction, routine?: { title: Text; purpose: Text | null }): TextsOfPart[] {
  return [
    { name: 'title', label: t('draft.field.routine'), text: routine?.title ?? EMPTY },
    {
      name: 'purpose',
      label: t('draft.field.purpose'),
      hint: t('draft.field.purposeHint'),
      need: 'optional',
      text: routine?.purpose ?? null,
      rows: 4,
    },
  ]
}

/** The text of an area of the framework. */
export function areaTexts(t: TFunction, area?: { title: Text }): TextsOfPart[] {
  return [{ name: 'title', label: t('draft.field.area'), text: area?.title ?? EMPTY }]
}

/** The texts of an element: what the kindergarten does, and how the school takes it on. */
export function elementTexts(t: TFunction, element?: { kindergarten: Text; school: Text }): TextsOfPart[] {
  return [
    { name: 'kindergarten', label: t('plan.inKindergarten'), text: element?.kindergarten ?? EMPTY, rows: 5 },
    { name: 'school', label: t('plan.inSchool'), text: element?.school ?? EMPTY, rows: 5 },
  ]
}
