/** Something to know of, with where to read it. */
export interface Notice {
  to: string
  title: string
  words: string
}

/** What a person should know of, beside what is to be done. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  if (notices.length === 0) return null
  return (
    <ul className="notices">
      {notices.map(({ to, title, words }) => (
        <li key={to} className="notice">
          <p>{words}</p>
          <p>
            <a className="more" href={to}>
              {title}
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}
