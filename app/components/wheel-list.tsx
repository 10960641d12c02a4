import { Day } from './day.tsx'
import type { WheelLine, WheelMonthView } from './wheel-view.ts'
import { Worded } from './worded.tsx'

/** All that the wheel says, month by month: the number, what, when and who. */
export function WheelList({ months }: { months: readonly WheelMonthView[] }) {
  return (
    <div className="wheel-list-months">
      {months.map(({ key, name, lines }) => (
        <section key={key} className="wheel-month" aria-labelledby={`month-${key}`}>
          <h3 id={`month-${key}`}>{name}</h3>
          <ul>
            {lines.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Line({ line: { mark, ring, on, title, who, state, look, href, places } }: { line: WheelLine }) {
  return (
    <li>
      <span className={`wheel-number wheel-number-${ring} wheel-number-${look}`}>{mark}</span>
      <div>
        <p className="wheel-what">
          {href ? (
            <a href={href}>
              <Worded wording={title} />
            </a>
          ) : (
            <Worded wording={title} />
          )}
        </p>
        <p className="quiet">
          <Day at={on} />
          {who && ` · ${who}`}
          {state && places.length === 0 && <State look={look} words={state} />}
        </p>
        {state && places.length > 0 && (
          <details className="details-quiet wheel-places">
            <summary className={`wheel-state-${look}`}>{state}</summary>
            <ul>
              {places.map((place) => (
                <li key={place.href}>
                  <a href={place.href}>{place.name}</a>
                  <State look={place.look} words={place.state} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}

function State({ look, words }: { look: WheelLine['look']; words: string }) {
  return (
    <>
      {' · '}
      <span className={`wheel-state-${look}`}>{words}</span>
    </>
  )
}
