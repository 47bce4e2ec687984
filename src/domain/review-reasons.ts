/** Why a read is on the list, in the order in which a reviewer should look. */
export const reviewReasons = [
  'break_glass',
  'left_unit',
  'same_name',
  'no_relation',
  'repeated',
  'burst',
  'off_hours',
  'sample',
] as const
export type ReviewReason = (typeof reviewReasons)[number]
