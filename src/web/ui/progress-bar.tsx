import { useId } from 'react'

interface ProgressBarProps {
  label: string
  value: number
  max?: number
  /** What the value means in words: "3 av 5 steg". Shown beside the label. */
  valueText: string
}

/** A bar that says what it shows: how far something has come, or how much there is of it. */
export function ProgressBar({ label, value, max = 100, valueText }: ProgressBarProps) {
  const id = useId()
  return (
    <div className="progress">
      <label htmlFor={id} className="progress-label">
        {label}
      </label>
      <span className="progress-value">{valueText}</span>
      <progress id={id} className="progress-bar" value={value} max={max} aria-valuetext={valueText} />
    </div>
  )
}
