import { roles } from '../../../domain/organisation.ts'
import type { Format } from '../../words/format.ts'
import type { Words } from '../../words/sv.ts'

const isDayText = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** Each field that changed, as a reader says it: what it was, what it became. */
export function changeWords(
  changes: Record<string, { from?: unknown; to?: unknown }>,
  words: Words,
  format: Format,
): string[] {
  const { people, common, shell } = words
  const said = people.changes
  const wordOf = (field: string, value: unknown): string => {
    if (value === null) return field === 'until' ? said.openEnded : said.nothing
    if (typeof value === 'boolean') return value ? common.yes : common.no
    if (isDayText(value)) return format.day(value)
    const role = field === 'role' && roles.find((name) => name === value)
    if (role) return shell.roles[role]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
  }
  const order = Object.keys(said.fields)
  const inOrder = Object.entries(changes).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return inOrder.map(([name, { from = null, to = null }]) => {
    const field = said.fields[name] ?? name
    if (from === null) return said.set(field, wordOf(name, to))
    if (to === null && name !== 'until') return said.taken(field, wordOf(name, from))
    return said.changed(field, wordOf(name, from), wordOf(name, to))
  })
}
