import journal from '../../drizzle/meta/_journal.json' with { type: 'json' }

/** How many migrations the program has. A database with fewer is not ready. */
export const migrationsExpected = journal.entries.length
