/** What the service knows about a person before it knows more. */

/**
 * Skyddade personuppgifter, weakest first: sekretessmarkering (a warning), skyddad folkbokföring (folkbokföringslagen
 * 16 §), fingerade personuppgifter (lag 1991:483). Secrecy: OSL 21:3, 21:3 a, 22:1–2.
 */
export const protectionLevels = ['none', 'secrecy_mark', 'protected_registration', 'fictitious_identity'] as const
export type ProtectionLevel = (typeof protectionLevels)[number]

/** What a form may answer: that somebody is protected is known before how. */
export const protectionAnswers = [...protectionLevels, 'level_unknown'] as const
export type ProtectionAnswer = (typeof protectionAnswers)[number]

/**
 * A level that nobody knows is kept as skyddad folkbokföring, the strictest that a stranger can meet with: who lives
 * with fingerade personuppgifter lives under another name, and is not known to have one (lag 1991:483).
 */
export function levelOfAnswer(answer: ProtectionAnswer): ProtectionLevel {
  return answer === 'level_unknown' ? 'protected_registration' : answer
}

/** Why there is no number. `protected`: a number exists, and may not be written here. */
export const identityMissingReasons = ['newborn', 'not_known', 'not_registered', 'protected', 'other'] as const
export type IdentityMissingReason = (typeof identityMissingReasons)[number]

/** `known`: by name. `unborn`: expected, no person in the register. `unknown`: a child exists, and the name is not known. */
export const waysKnown = ['known', 'unborn', 'unknown'] as const
export type WayKnown = (typeof waysKnown)[number]

/** Child until 18 (SoL 3:1). */
export const childUntilAge = 18
/** Young persons (unga), 18–20, can be flagged too. */
export const youngPersonUntilAge = 21

/** Every mark counts as protection, also the one that is only a warning (DOMAIN §8). */
export function isProtected(level: ProtectionAnswer | undefined): boolean {
  return level !== undefined && level !== 'none'
}

/** The protection that a family group shares: the strongest that any of its members has (DOMAIN §8). */
export function strongestProtection(levels: readonly (ProtectionLevel | undefined)[]): ProtectionLevel {
  return protectionLevels.findLast((level) => levels.includes(level)) ?? 'none'
}
