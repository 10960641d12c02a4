/** One sentence to whoever started a command; never a stack. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

/** Says why a command cannot go on, and ends it. */
export function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
