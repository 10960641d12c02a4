interface WordedLink {
  href: string
  words: string
}

/** What a place's page says of its child group, or groups: the server has put it into words. */
export interface GroupOfPlace {
  /** Said of a group that has ended, with where it moved. */
  ended: { words: string; to: WordedLink | null; stays: string | null; reason: string | null } | null
  /** The pairs that children moved here from. */
  from: { words: string; pairs: readonly WordedLink[] } | null
  line: string | null
  link: WordedLink | null
}

/** That a group has ended or moved, from where others came to it, how its numbers stand, and where they are said. */
export function GroupEnded({ group }: { group: GroupOfPlace | null }) {
  if (!group) return null
  const { ended, from, line, link } = group
  return (
    <>
      {ended && (
        <p className="group-ended">
          {ended.words} {ended.to && <a href={ended.to.href}>{ended.to.words}</a>}
          {ended.to && '.'} {ended.reason} {ended.stays}
        </p>
      )}
      {from && (
        <p>
          {from.words}{' '}
          {from.pairs.map(({ href, words }, at) => (
            <span key={href}>
              {at > 0 && ', '}
              <a href={href}>{words}</a>
            </span>
          ))}
          .
        </p>
      )}
      {(line || link) && (
        <p>
          {line} {link && <a href={link.href}>{link.words}</a>}
        </p>
      )}
    </>
  )
}
