/** Why a referral outside one's reach is opened (DOMAIN §7): one of these, and words of one's own. */
export const emergencyReasons = [
  'child_in_danger',
  'child_missing',
  'violence_now',
  'police_or_health_care',
  'other_emergency',
] as const
export type EmergencyReason = (typeof emergencyReasons)[number]
