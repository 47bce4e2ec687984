import { migrateServer } from '../db/migrate.ts'

/** For installations that migrate apart from the start, such as Workers: `DATABASE_URL=… npm run db:migrate`. */
const url = process.env.DATABASE_URL
if (!url) {
  process.stderr.write('DATABASE_URL: name the database to migrate\n')
  process.exit(1)
}
await migrateServer(url)
