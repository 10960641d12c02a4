import type { ReactNode } from 'react'
import type { Mark } from '#app/domain/draft-marks.ts'
import { CommentList, type CommentView } from './comment-list.tsx'
import { DraftMark } from './draft-mark.tsx'
import { PlanStep, type PlanStepView } from './plan-step.tsx'

/** A step of the draft as those who comment on it read it. */
export interface HeardStepView extends PlanStepView {
  mark: Mark | null
  comments: readonly CommentView[]
}

/** A step of the draft with what changed, what was said of it, and below it the way to say something. */
export function HeardStep({ step, children }: { step: HeardStepView; children: ReactNode }) {
  const { id, mark, comments } = step
  return (
    <PlanStep step={step} id={`step-${id}`} mark={mark && <DraftMark mark={mark} />}>
      <CommentList comments={comments} />
      {children}
    </PlanStep>
  )
}
