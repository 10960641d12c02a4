import type { Ring } from '#app/domain/year-wheel.ts'

/** The colours of a ring: its ground, and what stands on it. In app/styles/wheel.css they have the same values. */
export const WHEEL_COLOURS: Readonly<Record<Ring | 'dates', { ground: string; mark: string }>> = {
  kindergarten: { ground: '#dfeceb', mark: '#0f5d5a' },
  school: { ground: '#dde7f4', mark: '#1f4e86' },
  parents: { ground: '#f8e8d2', mark: '#854300' },
  municipality: { ground: '#efe4f0', mark: '#6a3770' },
  dates: { ground: '#ececea', mark: '#2b2f2e' },
}

/** What the rest of the picture is drawn in. */
export const WHEEL_INK = { ink: '#1f2726', quiet: '#4d5654', paper: '#ffffff', month: '#f2f1ec', late: '#b3001f' }
