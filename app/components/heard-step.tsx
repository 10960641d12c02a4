import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mark } from '#app/domain/draft-marks.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import type { Wording } from '#app/domain/language.ts'
import type { Side } from '#app/domain/place.ts'
import type { Binding, CarriedOutBy } from '#app/domain/plan.ts'
import { CommentList, type CommentView } from './comment-list.tsx'
import { DraftMark } from './draft-mark.tsx'
import { dueRuleWords } from './due-rule-words.ts'
import { Markdown } from './markdown.tsx'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

/** A step of the draft as those who comment on it read it. */
export interface HeardStepView {
  id: string
  title: Wording
  guidance: { html: string; lang: string } | null
  due: DueRule | null
  carriedOutBy: CarriedOutBy | null
  confirmedBy: Side | null
  binding: Binding
  legalBasis: readonly Wording[]
  mark: Mark | null
  comments: readonly CommentView[]
}

/** A step of the draft with what changed, what was said of it, and below it the way to say something. */
export function HeardStep({ step, children }: { step: HeardStepView; children: ReactNode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { id, title, guidance, due, carriedOutBy, confirmedBy, binding, legalBasis, mark, comments } = step
  return (
    <li className="plan-step" id={`step-${id}`}>
      <p className="plan-when">{due && dueRuleWords(due, t, language)}</p>
      <div className="plan-what">
        <h3>
          <Worded wording={title} /> {mark && <DraftMark mark={mark} />}
        </h3>
        {guidance && <Markdown html={guidance.html} lang={guidance.lang === language ? undefined : guidance.lang} />}
        {(binding === 'law' || legalBasis.length > 0) && (
          <p className="quiet">
            {t(`plan.binding.${binding}`)}
            {legalBasis.length > 0 && ': '}
            {legalBasis.map((basis, at) => (
              <span key={basis.words}>
                {at > 0 && ' · '}
                <Worded wording={basis} />
              </span>
            ))}
          </p>
        )}
        <CommentList comments={comments} />
        {children}
      </div>
      <p className="plan-who">
        {carriedOutBy && t(`carriedOutBy.${carriedOutBy}`)}
        {confirmedBy && (
          <>
            <br />
            {t('plan.confirmedBy', { side: t(`side.${confirmedBy}`) })}
          </>
        )}
      </p>
    </li>
  )
}
