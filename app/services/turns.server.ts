import { setImmediate } from 'node:timers/promises'

/** So many are done before others get their turn. */
const AT_A_TIME = 1000

/** Does the same with each of many; others are served meanwhile, and `heard` is told how many are done. */
export async function inTurns<Each, Made>(
  all: readonly Each[],
  make: (each: Each, at: number) => Made,
  heard: (done: number) => void,
): Promise<Made[]> {
  const made: Made[] = []
  for (const [at, each] of all.entries()) {
    if (at > 0 && at % AT_A_TIME === 0) {
      heard(at)
      await setImmediate()
    }
    made.push(make(each, at))
  }
  return made
}
