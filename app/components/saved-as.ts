import { useState } from 'react'

/**
 * A `key` for one form of several on a page: it changes when that form was saved, which empties it, and leaves what is
 * typed in the others where it is. `form` is the copy of the form that the page has now.
 */
export function useSavedAs(form: string, isSaved: boolean): string {
  const [last, setLast] = useState(isSaved ? form : '')
  if (isSaved && form !== last) setLast(form)
  return last
}
