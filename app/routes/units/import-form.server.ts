import { z } from 'zod'
import type { Municipality } from '#app/domain/unit-import-row.ts'
import { several } from '#app/http/form.server.ts'

const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete')

/** No municipality has so many neighbours; finding numbers and names in megabytes of spaces takes too long. */
const LONGEST_NEIGHBOURS = 3000

/** Where to look for units: pasted, and in which neighbours. Files are taken out before. */
export const SendingForm = z.object({
  form: hidden,
  pasted: z.string().default(''),
  neighbours: z
    .string()
    .max(LONGEST_NEIGHBOURS, 'unitImport.neighbours')
    .default('')
    .transform((words, { addIssue }) => {
      const lines = words.split(/[\n,;]/).filter((line) => line.trim() !== '')
      const read = lines.map(municipalityIn)
      if (read.includes(null)) addIssue({ code: 'custom', message: 'unitImport.neighbours' })
      return read.filter((municipality) => municipality !== null)
    }),
})

function municipalityIn(line: string): Municipality | null {
  const [, number = '', name = ''] = /^\s*(\d{4})\s+(\p{L}[\p{L} .-]{1,59}?)(?:\s+kommune)?\s*$/iu.exec(line) ?? []
  return number === '' ? null : { number, name }
}

/** Which rows to take in, of those that were shown. */
export const ChoosingForm = z.object({
  form: hidden,
  seen: hidden,
  rows: several(z.coerce.number({ error: 'formIncomplete' }).int('formIncomplete')),
})

/** A form with nothing but the one button. */
export const OnlyForm = z.object({ form: hidden })
