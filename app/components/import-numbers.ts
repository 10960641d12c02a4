/** A number as it is read in Norwegian, in groups of three that stay together; the same on every machine. */
export function numberInWords(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
}
