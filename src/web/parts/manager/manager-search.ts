/** The period and the unit of the page, as its address holds them. Nothing personal is in them. */
export interface ManagerSearch {
  enhet?: string
  fran?: string
  till?: string
}

/** Which figures: one unit's, or those of all the units of a side. */
export const allReceivers = 'alla'
export const allSenders = 'alla-avsandare'

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
const isUnit = (value: unknown): value is string =>
  typeof value === 'string' && (value === allReceivers || value === allSenders || /^[\da-f-]{36}$/i.test(value))

/** The address as far as it can be understood; what cannot is left out. */
export function readManagerSearch({ enhet, fran, till }: Record<string, unknown>): ManagerSearch {
  return {
    ...(isUnit(enhet) && { enhet }),
    ...(isDay(fran) && isDay(till) && { fran, till }),
  }
}
