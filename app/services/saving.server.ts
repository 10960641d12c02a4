import type { Problem } from '#app/domain/problem.ts'
import type { Db } from '#db/connection.ts'
import type { SignedIn } from './context.server.ts'
import { once } from './submission.server.ts'

/** A form was saved, perhaps by an earlier copy of itself; or it has problems, and nothing was. */
export type Outcome = { saved: true; first: boolean } | { saved: false; problems: Problem[] }

class Unsaved extends Error {
  readonly problems: Problem[]
  constructor(problems: Problem[]) {
    super('A form with problems is not saved')
    this.problems = problems
  }
}

/** Once per form and in one transaction, which is undone where `act` finds problems. */
export async function saveOnce(
  context: SignedIn,
  name: string,
  form: string,
  act: (db: Db) => Promise<Problem[]>,
): Promise<Outcome> {
  try {
    const { first } = await once(context, name, form, async (db) => {
      const problems = await act(db)
      if (problems.length > 0) throw new Unsaved(problems)
      return 'saved'
    })
    return { saved: true, first }
  } catch (error) {
    if (error instanceof Unsaved) return { saved: false, problems: error.problems }
    throw error
  }
}
