import { Link } from '@remix-run/react'
import type { Wording } from '#app/domain/language.ts'
import { Worded } from './worded.tsx'

/** The steps that refer to a law, each a link to its page. */
export function ReferringSteps({ steps }: { steps: readonly { to: string; title: Wording }[] }) {
  return (
    <ul>
      {steps.map((step) => (
        <li key={step.to}>
          <Link to={step.to}>
            <Worded wording={step.title} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
