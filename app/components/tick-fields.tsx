/** What a tick's form sends without being typed. */
export function TickFields({ fields }: { fields: Readonly<Record<string, string | number | null | undefined>> }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value ?? ''} />
  ))
}
