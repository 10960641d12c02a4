import { z } from 'zod'
import { GUIDING_QUESTIONS, type GuidingQuestion, type PresentationAnswers } from '#app/domain/presentation.ts'
import { hidden } from '#app/routes/cycles/due-day-form.server.ts'

/** Lines end as people type them, whatever their browser sends. */
const words = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .default('')
const seen = z.string().max(100, 'formIncomplete')

const questions = Object.fromEntries(GUIDING_QUESTIONS.map((question) => [question, words])) as Record<
  GuidingQuestion,
  typeof words
>

/** What is written to each guiding question, after which version. */
export const PresentationForm = z
  .object({ form: hidden, seen: seen.default(''), ...questions })
  .transform(({ form, seen, ...written }) => {
    const answers: PresentationAnswers = Object.fromEntries(
      GUIDING_QUESTIONS.filter((question) => written[question] !== '').map((question) => [question, written[question]]),
    )
    return { form, presenting: { answers, seen: seen || null } }
  })

/** Saying that a presentation is read: the one that was seen. */
export const ReadingForm = z.object({ form: hidden, seen: hidden })

/** What a school asks back about the one that was seen. */
export const QuestionForm = z.object({ form: hidden, seen: hidden, words })

/** What the kindergarten answers. */
export const AnswerForm = z.object({ form: hidden, words })
