import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import { CommentList, type CommentView } from './comment-list.tsx'
import { Worded } from './worded.tsx'

interface AllCommentsProps {
  comments: {
    general: readonly CommentView[]
    routines: readonly {
      id: string
      title: Wording
      steps: readonly { id: string; title: Wording; comments: readonly CommentView[] }[]
    }[]
    gone: readonly CommentView[]
  }
  /** The heading over what was said of steps that are not there. */
  goneTitle: string
  below?: (comment: CommentView) => ReactNode
  /** What one can do with a step. */
  besideStep?: (id: string) => ReactNode
}

/** All that was said of a plan: first of the whole, then by routine and step. */
export function AllComments({ comments: { general, routines, gone }, goneTitle, below, besideStep }: AllCommentsProps) {
  const { t } = useTranslation()
  return (
    <>
      {general.length > 0 && (
        <section aria-labelledby="general">
          <h3 id="general">{t('hearing.general')}</h3>
          <CommentList comments={general} below={below} />
        </section>
      )}
      {routines.map((routine) => (
        <section key={routine.id} aria-labelledby={`routine-${routine.id}`}>
          <h3 id={`routine-${routine.id}`}>
            <Worded wording={routine.title} />
          </h3>
          {routine.steps.map((step) => (
            <div className="commented-step" key={step.id}>
              <h4>
                <Worded wording={step.title} />
              </h4>
              {besideStep?.(step.id)}
              <CommentList comments={step.comments} below={below} />
            </div>
          ))}
        </section>
      ))}
      {gone.length > 0 && (
        <section aria-labelledby="gone">
          <h3 id="gone">{goneTitle}</h3>
          <CommentList comments={gone} below={below} />
        </section>
      )}
    </>
  )
}
