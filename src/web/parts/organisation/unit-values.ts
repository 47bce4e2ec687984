import { type Hours, type OpeningHours, type Weekday, weekdays } from '../../../domain/opening-hours.ts'
import type { UnitKind } from '../../../domain/organisation.ts'
import type { KeptUnit } from './answers.ts'

/** A unit as it stands in the form: all text, as typed. */
export interface TypedHours {
  from: string
  to: string
}

export interface TypedException extends TypedHours {
  key: string
  day: string
}

export interface UnitValues {
  name: string
  publicName: string
  boardId: string
  kind: UnitKind | ''
  phone: string
  mailbox: string
  hasHours: boolean
  week: Record<Weekday, TypedHours>
  holidays: TypedHours
  exceptions: readonly TypedException[]
}

const closed: TypedHours = { from: '', to: '' }
const officeDay: TypedHours = { from: '08:00', to: '16:30' }
const typed = (hours: Hours | null): TypedHours => hours ?? closed

function typedWeek(week: OpeningHours['week'] | undefined): Record<Weekday, TypedHours> {
  const usual = (day: Weekday) => (day === 'saturday' || day === 'sunday' ? closed : officeDay)
  const days = weekdays.map((day) => [day, week ? typed(week[day]) : usual(day)] as const)
  return Object.fromEntries(days) as Record<Weekday, TypedHours>
}

export function valuesOf(unit: KeptUnit | null): UnitValues {
  const hours = unit?.openingHours
  return {
    name: unit?.name ?? '',
    publicName: unit?.publicName ?? '',
    boardId: unit?.boardId ?? '',
    kind: unit?.kind ?? '',
    phone: unit?.phone ?? '',
    mailbox: unit?.mailbox ?? '',
    hasHours: hours !== null && hours !== undefined,
    week: typedWeek(hours?.week),
    holidays: typed(hours?.holidays ?? null),
    exceptions: (hours?.exceptions ?? []).map(({ day, hours: own }) => ({ key: day, day, ...typed(own) })),
  }
}

const told = ({ from, to }: TypedHours): Hours | null => {
  const own = { from: from.trim(), to: to.trim() }
  return own.from || own.to ? own : null
}

/** What is sent; whether it will do is the server's to say, field by field. */
export function detailsOf({ name, publicName, phone, mailbox, hasHours, week, holidays, exceptions }: UnitValues) {
  const days = weekdays.map((day) => [day, told(week[day])] as const)
  const openingHours: OpeningHours | null = hasHours
    ? {
        week: Object.fromEntries(days) as OpeningHours['week'],
        holidays: told(holidays),
        exceptions: exceptions.map(({ day, ...hours }) => ({ day, hours: told(hours) })),
      }
    : null
  return { name, publicName: publicName.trim() || null, phone, mailbox, openingHours }
}
