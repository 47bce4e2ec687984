import { daysAfter } from '../days.ts'

export const presets = ['30', '90', 'year', '12'] as const
export type Preset = (typeof presets)[number]

export interface Period {
  from: string
  to: string
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
