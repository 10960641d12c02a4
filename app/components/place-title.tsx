/** The name of a place. A pair's two names may break between them, never lose the line that ties them. */
export function PlaceTitle({ name }: { name: string }) {
  const [kindergarten, school] = name.split(' – ')
  if (!school) return <>{name}</>
  return (
    <>
      {kindergarten}&nbsp;– <span className="nowrap-wide">{school}</span>
    </>
  )
}
