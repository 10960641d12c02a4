import type { Spot } from '#app/domain/readiness.ts'

/** The address of a published version. */
export function versionPath(number: number): string {
  return `/plan/versions/${number}`
}

/** The address of what was said of a version while it was a draft. */
export function versionHearingPath(number: number): string {
  return `${versionPath(number)}/hearing`
}

/** The address of a comparison of two versions, each a number or the draft. */
export function comparePath(from: number | 'draft', to: number | 'draft'): string {
  return `/plan/compare?from=${from}&to=${to}`
}

/** Where in the editor something of the draft is mended. */
export function spotPath(spot: Spot): string {
  switch (spot.what) {
    case 'plan':
      return '/plan/draft'
    case 'head':
      return '/plan/draft/head'
    case 'routine':
      return `/plan/draft/routines/${spot.id}`
    case 'step':
      return `/plan/draft/steps/${spot.id}`
    case 'area':
      return `/plan/draft/areas/${spot.id}`
    case 'element':
      return `/plan/draft/elements/${spot.id}`
    case 'legal basis':
      return `/plan/draft/legal-basis/${encodeURIComponent(spot.code)}`
  }
}
