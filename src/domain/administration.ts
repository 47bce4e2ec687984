/** What an administrator changes; each change is a line in the administration log. */
export const administrationActs = [
  'board_added',
  'board_changed',
  'unit_added',
  'unit_changed',
  'unit_closed',
  'units_merged',
  'unit_split',
  'person_added',
  'person_changed',
  'person_deactivated',
  'person_reactivated',
  'role_given',
  'role_ended',
  'deputy_added',
  'deputy_ended',
  'absence_added',
  'absence_ended',
  'routing_changed',
  'identity_provider_changed',
  'people_imported',
] as const
export type AdministrationAct = (typeof administrationActs)[number]

/** One field of something in the organisation, before and after. */
export type Changes = Record<string, { from: unknown; to: unknown }>

/** The fields that became something else, as the log keeps them. */
export function changesBetween<Thing extends object>(before: Partial<Thing>, after: Thing): Changes {
  const fields = Object.entries(after).map(([field, to]) => {
    const from = before[field as keyof Thing] ?? null
    return [field, { from, to: to ?? null }] as const
  })
  return Object.fromEntries(fields.filter(([, { from, to }]) => JSON.stringify(from) !== JSON.stringify(to)))
}
