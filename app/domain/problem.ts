/** What is wrong with one field of a form: a message from the catalogs, under `problem`. */
export interface Problem {
  field: string
  message: string
  values?: Record<string, string | number>
}

/** What became of a form that was sent: saved; not, because of problems; or not even received. */
export type Receipt =
  | { saved: true }
  | { saved: false; problems: readonly Problem[]; typed: Readonly<Record<string, string>> }
  | { saved: false; offline: true }
