/** JSON text: a `Text` of the domain, or a list. Read with `JSON.parse` in the query that selects it. */
export type Json = string
export type Flag = 0 | 1
