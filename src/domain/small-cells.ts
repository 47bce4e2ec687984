/**
 * Counts so small that they may point at somebody, in what leaves the unit (DOMAIN §11). A count under `least` is
 * hidden, and with it as many others as it takes for no hidden count to follow from those that are shown.
 */

export const least = 5

export interface Cell {
  id: string
  count: number
  /** Stands in no table, but ties two sums together: a number that nobody prints and that both are about. */
  isUnpublished?: true
}

/** The counts of `parts` add up to that of `total`: an equation that a reader of the table can use. */
export interface Sum {
  total: string
  parts: readonly string[]
}

/** How much one unit more in the cell changes the difference between the parts and the total. */
interface Term {
  id: string
  sign: 1 | -1
}

type Equation = readonly Term[]

interface Table {
  countOf: ReadonlyMap<string, number>
  hidden: ReadonlySet<string>
  equationsWith: ReadonlyMap<string, readonly Equation[]>
}

/** Steps to look for another table before a cell counts as given away. Giving up hides more, never less. */
const patience = 400

function equationsOf(sums: readonly Sum[]): Equation[] {
  return sums.map(({ total, parts }) => [{ id: total, sign: -1 }, ...parts.map((id): Term => ({ id, sign: 1 }))])
}

/**
 * Whether another table of whole numbers, none below zero, agrees with everything that is shown and differs in this
 * cell. Looks for one by moving hidden cells by one, until every sum is right again: what it finds is the proof.
 */
function canDiffer(start: string, { countOf, hidden, equationsWith }: Table): boolean {
  const moves = new Map<string, 1 | -1>()
  let left = patience
  const imbalance = (equation: Equation) => equation.reduce((sum, { id, sign }) => sum + sign * (moves.get(id) ?? 0), 0)
  const brokenEquation = () => {
    for (const id of moves.keys()) {
      const broken = equationsWith.get(id)?.find((equation) => imbalance(equation) !== 0)
      if (broken) return broken
    }
    return undefined
  }
  const settled = (): boolean => {
    const broken = brokenEquation()
    if (!broken) return true
    const off = imbalance(broken)
    return broken.some(({ id, sign }) => {
      const move = sign * off > 0 ? -1 : 1
      return !moves.has(id) && hidden.has(id) && moved(id, move)
    })
  }
  const moved = (id: string, move: 1 | -1): boolean => {
    left -= 1
    if (left < 0 || (countOf.get(id) ?? 0) + move < 0) return false
    moves.set(id, move)
    if (settled()) return true
    moves.delete(id)
    return false
  }
  return moved(start, 1) || moved(start, -1)
}

/** The equations' shown cells, smallest count first. */
function shownIn(equations: readonly Equation[], { countOf, hidden }: Table): string[] {
  const shown = new Set(equations.flat().flatMap(({ id }) => (hidden.has(id) ? [] : id)))
  return [...shown].toSorted((a, b) => (countOf.get(a) ?? 0) - (countOf.get(b) ?? 0))
}

/**
 * What to hide so that `start` cannot be computed: the smallest cell that is enough by itself; else the smallest in a
 * sum where `start` is the only one hidden, or beside the hidden cells that it hangs together with.
 */
function nextToHide(start: string, table: Table): string | undefined {
  const { hidden, equationsWith } = table
  const equationsOf = (id: string) => equationsWith.get(id) ?? []
  const connected = new Set([start])
  for (const id of connected) {
    for (const other of equationsOf(id).flat()) if (hidden.has(other.id)) connected.add(other.id)
  }
  const around = shownIn([...connected].flatMap(equationsOf), table)
  const enough = around.find((id) => canDiffer(start, { ...table, hidden: new Set([...hidden, id]) }))
  if (enough) return enough

  const alone = equationsOf(start).filter((equation) => equation.every(({ id }) => id === start || !hidden.has(id)))
  return shownIn(alone, table)[0] ?? shownIn(equationsOf(start), table)[0] ?? around[0]
}

/**
 * The ids of the cells that must not be shown: every count under five, and others beside them so that none of the
 * hidden can be computed from the shown ones and the sums. Where a whole group is hidden nothing is left to compute from.
 */
export function hiddenCells(cells: readonly Cell[], sums: readonly Sum[]): Set<string> {
  const countOf = new Map(cells.map(({ id, count }) => [id, count]))
  const equationsWith = new Map<string, Equation[]>()
  for (const equation of equationsOf(sums)) {
    for (const { id } of equation) equationsWith.set(id, [...(equationsWith.get(id) ?? []), equation])
  }
  const hidden = new Set(cells.filter(({ count, isUnpublished }) => isUnpublished || count < least).map(({ id }) => id))
  // A Set is walked in order of insertion, so those that are hidden on the way are looked at too.
  const unpublished = new Set(cells.flatMap(({ id, isUnpublished }) => (isUnpublished ? id : [])))
  for (const id of hidden) {
    while (!unpublished.has(id) && !canDiffer(id, { countOf, hidden, equationsWith })) {
      const next = nextToHide(id, { countOf, hidden, equationsWith })
      if (next === undefined) break
      hidden.add(next)
    }
  }
  return hidden
}
