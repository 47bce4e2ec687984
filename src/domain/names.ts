/** Names as they are searched for: by keyed index over their parts, never by free text (förordning 2001:637 15 §). */

/** Letters that carry no accent to fold. Å, ä and ö are letters of their own; æ and ø sort as ä and ö. */
const letters: Record<string, string> = {
  å: 'å',
  ä: 'ä',
  ö: 'ö',
  æ: 'ä',
  ø: 'ö',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/**
 * The parts that a name can be found by, in order, each once: 'Åsa-Märta Núñez' → åsa, märta, nunez. An apostrophe
 * joins (O'Brien → obrien), everything else that is not a letter divides, and a single letter is no part.
 */
export function nameParts(name: string): string[] {
  const lowered = name.normalize('NFC').toLocaleLowerCase('sv').normalize('NFC')
  const folded = [...lowered].map(foldLetter).join('')
  const parts = folded.replace(/['’ʼ`´]/g, '').split(/[^\p{L}\p{N}]+/u)
  return [...new Set(parts.filter((part) => [...part].length > 1))]
}

function foldLetter(letter: string): string {
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
  return letters[letter] ?? letters[bare] ?? bare
}
