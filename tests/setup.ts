import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, vi } from 'vitest'

/** Laws try new cases in every run here; CI tries the same ones each time, so that its no is about the change. */
if (process.env.CI) fc.configureGlobal({ seed: 20270819 })

/** Whatever reaches console.error is a defect: React warnings, unhandled loaders, missing keys. */
const complaint = vi.spyOn(console, 'error')

beforeEach(() => {
  complaint.mockReset()
})
afterEach(() => expect(complaint.mock.calls).toEqual([]))
