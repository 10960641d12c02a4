import { can, type Actor } from '#app/domain/permissions.ts'
import type { Versions } from '#app/services/versions.server.ts'
import { comparePath, versionPath } from './paths.ts'

/** The versions as a list to choose from, in the shape it is shown in. */
export function versionsView({ published, draft }: Versions, actor: Actor) {
  const writes = can(actor, 'edit the plan')
  const base = draft?.basedOn ?? published[0]?.number ?? null
  return {
    writes,
    draft: draft && { ...draft, compare: base === null ? null : comparePath(base, 'draft') },
    versions: published.flatMap(({ number, publication }, at) => {
      const before = published[at + 1]?.number ?? null
      if (number === null || publication === null) return []
      const path = versionPath(number)
      return [
        {
          number,
          publication,
          inForce: at === 0,
          path,
          before,
          compare: before === null ? null : comparePath(before, number),
          files: { json: `${path}/file?format=json`, markdown: `${path}/file?format=markdown` },
          begin: writes && !draft ? `/plan/draft/beginning?from=${number}` : null,
        },
      ]
    }),
  }
}
