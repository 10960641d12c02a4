const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' }

/** The name of a file to keep, in letters that every system takes: `arshjul-ostre-toten-2027.svg`. */
export function fileName(parts: readonly (string | number)[], ending: string): string {
  return `${parts.flatMap((part) => plainWords(String(part))).join('-')}.${ending}`
}

function plainWords(name: string): string[] {
  const plain = name.toLowerCase().replace(/[æøå]/g, (letter) => LETTERS[letter] ?? letter)
  return plain
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
