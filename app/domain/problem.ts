/** What is wrong with one field of a form: a message from the catalogs, under `problem`. */
export interface Problem {
  field: string
  message: string
  values?: Record<string, string | number>
}

/** What became of a form that was sent: saved, with what a row says of it; not, because of problems; or not even received. */
export type Receipt<Saved = unknown> =
  | ({ saved: true } & Saved)
  | { saved: false; problems: readonly Problem[]; typed: Readonly<Record<string, string>> }
  | { saved: false; offline: true }

/** What a tap on a row has led to: an answer, or one taken back. */
export interface Done {
  done: 'saved' | 'withdrawn'
}

/** Where a row stands now that it was moved: number `at` of `of`. */
export interface Moved {
  at: number
  of: number
}
