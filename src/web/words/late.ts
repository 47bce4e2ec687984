type Loaders = Record<string, () => Promise<unknown>>
type Loaded<Late extends Loaders> = { readonly [Area in keyof Late]: Awaited<ReturnType<Late[Area]>> }

export interface LateWords<Late extends Loaders> {
  areas: Loaded<Late>
  /** Begins to fetch, so that the page need not wait for its words when it is drawn. */
  fetch: (area: keyof Late) => void
}

/**
 * Areas of words that are fetched when a page first speaks them. Reading one while a component is drawn lets the page
 * wait for it (Suspense); once there, it reads as any other object, in event handlers too.
 */
export function late<Late extends Loaders>(loaders: Late): LateWords<Late> {
  const here = new Map<keyof Late, unknown>()
  const onTheirWay = new Map<keyof Late, Promise<unknown>>()
  const load = (area: keyof Late) => {
    const begun = onTheirWay.get(area)
    if (begun) return begun
    const loading = Promise.resolve(loaders[area]?.()).then((words) => {
      here.set(area, words)
      return words
    })
    onTheirWay.set(area, loading)
    loading.catch(() => onTheirWay.delete(area)) // the next page that needs it asks again
    return loading
  }

  // Thrown and not given to `use`, which counts its calls: a component that waited for two areas, and found the first
  // here when it was drawn again, would be given the first's words for the second.
  const wait = (area: keyof Late): never => {
    throw load(area)
  }
  const areas = {}
  for (const area of Object.keys(loaders)) {
    Object.defineProperty(areas, area, { enumerable: true, get: () => here.get(area) ?? wait(area) })
  }
  return { areas: areas as Loaded<Late>, fetch: (area) => void load(area).catch(() => undefined) }
}
