/** Anna Berg Lind → AL */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters.map((word) => word?.charAt(0).toLocaleUpperCase('sv') ?? '').join('')
}
