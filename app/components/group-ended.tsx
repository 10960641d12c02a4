interface WordedLink {
  href: string
  words: string
}

/** A pair by its units, with where it is for whoever may open it. */
interface PairLine {
  href: string | null
  words: string
}

/** What a place's page says of its child group, or groups: the server has put it into words. */
export interface GroupOfPlace {
  /** Said of a group that has ended, with where it moved. */
  ended: { words: string; to: PairLine | null; stays: string | null; reason: string | null } | null
  /** The pairs that children moved here from. */
  from: { words: string; pairs: readonly PairLine[] } | null
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
          {ended.words} {ended.to && <PairWords pair={ended.to} />}
          {ended.to && '.'} {ended.reason} {ended.stays}
        </p>
      )}
      {from && (
        <p>
          {from.words}{' '}
          {from.pairs.map((pair, at) => (
            <span key={pair.words}>
              {at > 0 && ', '}
              <PairWords pair={pair} />
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

function PairWords({ pair: { href, words } }: { pair: PairLine }) {
  return href === null ? <>{words}</> : <a href={href}>{words}</a>
}
