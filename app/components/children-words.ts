import type { TFunction } from 'i18next'
import type { ChildrenShown } from '#app/domain/discretion.ts'

/** A number of children in words: "8 barn", "færre enn fem barn", "antall barn ikke meldt". */
export function childrenWords(children: ChildrenShown, t: TFunction): string {
  if (children === 'few') return t('children.few')
  return children === 'not reported' ? t('children.notReported') : t('children.number', { count: children })
}
