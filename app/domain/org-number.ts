const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2]

/** The organisation number in what somebody wrote, as nine digits without spaces, or null where it is none. */
export function readOrgNumber(text: string): string | null {
  const digits = text.replace(/[\s\u200b\ufeff]/gu, '')
  return isOrgNumber(digits) ? digits : null
}

/** Whether nine digits are an organisation number: the first is 8 or 9, and the last follows from the others (modulus 11). */
export function isOrgNumber(digits: string): boolean {
  if (!/^[89]\d{8}$/.test(digits)) return false
  const sum = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
  return (11 - (sum % 11)) % 11 === Number(digits[8])
}
