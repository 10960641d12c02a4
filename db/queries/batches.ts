/** SQLite takes so many values in one statement; a tick has 17. */
const ROWS_AT_ONCE = 400

/** Rows in as many parts as it takes to insert them. */
export function inBatches<Row>(rows: readonly Row[]): Row[][] {
  const starts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, index) => index * ROWS_AT_ONCE)
  return starts.map((start) => rows.slice(start, start + ROWS_AT_ONCE))
}
