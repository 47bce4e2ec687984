/** From where a protection is known. `flag` and `family` are the service's own: what a flag said, what a family shares. */
export const protectionSources = ['flag', 'family', 'person', 'population_register', 'police', 'other'] as const
export type ProtectionSource = (typeof protectionSources)[number]

/** The sources that a person can give. */
export const toldSources = ['person', 'population_register', 'police', 'other'] as const satisfies ProtectionSource[]
