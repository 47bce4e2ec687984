import { daysAfter } from '../days.ts'

/** The period and the unit of the page, as its address holds them. Nothing personal is in them. */
export interface ManagerSearch {
  enhet?: string
  fran?: string
  till?: string
}

/** Which figures: one unit's, or those of all the units of a side. */
export const allReceivers = 'alla'
export const allSenders = 'alla-avsandare'

export const presets = ['30', '90', 'year', '12'] as const
export type Preset = (typeof presets)[number]

export interface Period {
  from: string
  to: string
}

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

/** Both days counted, today the last. */
export function periodOf(preset: Preset, today: string): Period {
  if (preset === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today }
  if (preset === '12') {
    const sameDay = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
    return { from: daysAfter(sameDay.endsWith('02-29') ? sameDay.replace('29', '28') : sameDay, 1), to: today }
  }
  return { from: daysAfter(today, 1 - Number(preset)), to: today }
}

export function presetOf({ from, to }: Period, today: string): Preset | undefined {
  return presets.find((preset) => {
    const period = periodOf(preset, today)
    return period.from === from && period.to === to
  })
}
