/** Which part of the list is shown, and the word for it in the address. */
const slugs = {
  unread: 'ooppnade',
  unassigned: 'ofordelade',
  overdue: 'forsenade',
  today: 'i-dag',
  mine: 'mina',
  feedback: 'aterkoppling',
  open: 'oppna',
  inquiry: 'utredningar',
  done: 'klara',
} as const

export type Show = keyof typeof slugs

/** In the order that the filters stand: what presses first. */
export const shows = Object.keys(slugs) as Show[]

export interface InboxSearch {
  visa?: string
  enhet?: string
}

/** The address as far as it can be understood; what cannot is left out. */
export function readInboxSearch({ visa, enhet }: Record<string, unknown>): InboxSearch {
  const isKnown = shows.some((show) => slugs[show] === visa && show !== 'open')
  return {
    ...(isKnown && { visa: String(visa) }),
    ...(typeof enhet === 'string' && /^[\da-f-]{36}$/i.test(enhet) && { enhet }),
  }
}

export function showOf({ visa }: InboxSearch): Show {
  return shows.find((show) => slugs[show] === visa) ?? 'open'
}

export function slugOf(show: Show): string | undefined {
  return show === 'open' ? undefined : slugs[show]
}
