import { makeStore } from './store.ts'

export interface Announcement {
  id: number
  text: string
}

export const announcement = makeStore<Announcement | null>(null)
let last = 0

/** Says something in the page's polite status region: seen for a while, and read aloud. */
export function announce(text: string) {
  last += 1
  announcement.set({ id: last, text })
}
