const dayLength = 86_400_000
const atMidnight = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Calendar days from one `YYYY-MM-DD` to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((atMidnight(to.slice(0, 10)) - atMidnight(from.slice(0, 10))) / dayLength)
}

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(atMidnight(day) + days * dayLength).toISOString().slice(0, 10)
}
