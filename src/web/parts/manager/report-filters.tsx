import { useState } from 'react'
import type { WatchedUnit } from '../../../domain/statistics.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import { useWords } from '../../words/language.tsx'
import { daysBetween } from '../days.ts'
import { allReceivers, allSenders } from './manager-search.ts'
import { type Period, periodOf, presetOf, presets } from './period.ts'

interface ReportFiltersProps {
  units: readonly WatchedUnit[]
  unit: string
  period: Period
  today: string
  onUnit: (unit: string) => void
  onPeriod: (period: Period) => void
}

const longestDays = 366 * 6
const own = 'own'

/** Whose figures, and of which time. */
export function ReportFilters({ units, unit, period, today, onUnit, onPeriod }: ReportFiltersProps) {
  const { manager } = useWords()
  const preset = presetOf(period, today)
  const [isOwn, setIsOwn] = useState(preset === undefined)
  const choose = (value: string) => {
    const chosen = presets.find((known) => known === value)
    setIsOwn(!chosen)
    if (chosen) onPeriod(periodOf(chosen, today))
  }
  return (
    <div className="report-filters no-print">
      {units.length > 1 && (
        <NativeSelect
          name="enhet"
          label={manager.unit}
          value={unit}
          onChange={onUnit}
          placeholder={null}
          options={unitOptions(units, manager)}
        />
      )}
      <NativeSelect
        name="tid"
        label={manager.period}
        value={isOwn ? own : (preset ?? own)}
        onChange={choose}
        placeholder={null}
        options={[...presets, own].map((value) => ({
          value,
          label: manager.periods[value as keyof typeof manager.periods],
        }))}
      />
      {isOwn && <OwnPeriod key={`${period.from}${period.to}`} period={period} today={today} onPeriod={onPeriod} />}
    </div>
  )
}

function unitOptions(units: readonly WatchedUnit[], words: { allReceivers: string; allSenders: string }) {
  const ofSide = (side: WatchedUnit['side']) => units.filter((unit) => unit.side === side)
  return [
    ...(ofSide('receiver').length > 1 ? [{ value: allReceivers, label: words.allReceivers }] : []),
    ...(ofSide('sender').length > 1 ? [{ value: allSenders, label: words.allSenders }] : []),
    ...units.map(({ unitId, name }) => ({ value: unitId, label: name })),
  ]
}

function OwnPeriod({ period, today, onPeriod }: Pick<ReportFiltersProps, 'period' | 'today' | 'onPeriod'>) {
  const { manager } = useWords()
  const [from, setFrom] = useState(period.from)
  const [to, setTo] = useState(period.to)
  const [isRefused, setIsRefused] = useState(false)
  const send = () => {
    const days = /^\d{4}-\d\d-\d\d$/.test(from) && /^\d{4}-\d\d-\d\d$/.test(to) ? daysBetween(from, to) : -1
    const isFit = days >= 0 && days <= longestDays
    setIsRefused(!isFit)
    if (isFit) onPeriod({ from, to })
  }
  return (
    <form
      className="report-own"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <DateField
        name="fran"
        label={manager.from}
        value={from}
        onChange={setFrom}
        today={today}
        lean="past"
        error={isRefused && manager.badPeriod}
      />
      <DateField name="till" label={manager.to} value={to} onChange={setTo} today={today} lean="past" />
      <Button type="submit">{manager.show}</Button>
    </form>
  )
}
