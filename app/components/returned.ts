import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Problem, Receipt } from '#app/domain/problem.ts'
import type { FieldProblem } from './error-summary.tsx'
import { problemWords } from './problem-words.ts'

/** A form that came back: what is wrong with it, and what was typed. Empty where it did not. */
export interface Returned {
  receipt: Receipt | undefined
  problems: readonly Problem[]
  /** The problems in the reader's words. */
  words: readonly FieldProblem[]
  /** What is wrong with one field, in the reader's words. */
  wordsOf: (field: string) => string | undefined
  typed: Readonly<Record<string, string>>
}

/** What became of the page's form. `at` is where all problems are said, on a page without fields to say them at. */
export function useReturned(at?: string): Returned {
  const { t } = useTranslation()
  const receipt = useActionData<Receipt>()
  const { problems, typed } = receipt && 'problems' in receipt ? receipt : { problems: [], typed: {} }
  const words = problems.map((problem) => ({ field: at ?? problem.field, words: problemWords(t, problem) }))
  const wordsOf = (field: string) => words.find((problem) => problem.field === field)?.words
  return { receipt, problems, words, wordsOf, typed }
}
