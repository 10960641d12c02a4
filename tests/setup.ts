import { afterEach, beforeEach, expect, vi } from 'vitest'

/** Whatever reaches console.error is a defect: React warnings, unhandled loaders, missing keys. */
const complaint = vi.spyOn(console, 'error')

beforeEach(() => {
  complaint.mockReset()
})
afterEach(() => expect(complaint.mock.calls).toEqual([]))
