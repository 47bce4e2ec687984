import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { readPrivateKey } from '../api/provider.ts'
import { addMunicipality } from '../db/municipalities.ts'
import { clientAuthentications, isIssuerAllowed, personMatches } from '../domain/sign-in.ts'
import { readConfig } from './config.ts'
import { openDatabase, readKeys } from './databases.ts'

/**
 * `npm run municipality:add -- --code 9902 --name "Lillsjö kommun" …`, with the owner's `DATABASE_URL` and the keys: a
 * municipality with its first administrator and its identity provider. The rest is done in administration. The secret is
 * in `PROVIDER_SECRET`, or with a private key (a JWK) in the file that `PROVIDER_SECRET_FILE` names. It may be run again.
 */
const options = {
  code: 'the four digits of the municipality',
  name: 'its name, as people write it',
  board: 'the board (nämnd)',
  unit: 'the child unit that receives',
  phone: 'the unit’s telephone',
  mailbox: 'the unit’s function mailbox',
  administrator: 'the first administrator’s name',
  email: 'the administrator’s address',
  'staff-id': 'what the provider’s claim will say of the administrator',
  issuer: 'the provider’s issuer, https://…',
  'client-id': 'what the provider calls this service',
  authentication: clientAuthentications.join(' | '),
  scope: 'what is asked for',
  match: personMatches.join(' | '),
  claim: 'the claim that is matched the first time',
} as const

const line = z.string().trim().min(1).max(300)
const schema = z
  .strictObject({
    code: z.string().regex(/^\d{4}$/),
    name: line,
    board: line,
    unit: line,
    phone: line,
    mailbox: z.email(),
    administrator: line,
    email: z.email(),
    'staff-id': line.optional(),
    issuer: line,
    'client-id': line,
    authentication: z.enum(clientAuthentications).default('client_secret_basic'),
    scope: line.default('openid profile email'),
    match: z.enum(personMatches).default('email'),
    claim: line.default('email'),
  })
  .refine((told) => told.match === 'email' || told['staff-id'], {
    path: ['staff-id'],
    message: 'the administrator must be matched by something',
  })

function refuse(...lines: string[]): never {
  for (const text of lines) process.stderr.write(`${text}\n`)
  process.exit(1)
}

function readOptions() {
  const names = Object.keys(options)
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  })
  const read = schema.safeParse(values)
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`)
  return refuse(...wrong, '', ...Object.entries(options).map(([name, what]) => `--${name.padEnd(16)}${what}`))
}

function readSecret(): string {
  const { PROVIDER_SECRET, PROVIDER_SECRET_FILE } = process.env
  const secret = PROVIDER_SECRET_FILE ? readFileSync(PROVIDER_SECRET_FILE, 'utf8').trim() : PROVIDER_SECRET
  return secret || refuse('PROVIDER_SECRET, or PROVIDER_SECRET_FILE: the client’s secret, or its private key as a JWK')
}

async function main(): Promise<void> {
  const told = readOptions()
  const secret = readSecret()
  const config = readConfig(process.env)
  if (!isIssuerAllowed(told.issuer, config.baseUrl)) refuse('--issuer: it must be an https address')
  if (told.authentication === 'private_key_jwt') {
    await readPrivateKey(secret).catch(() => refuse('PROVIDER_SECRET_FILE: it is no private key as a JWK'))
  }
  const { code, name, board, email } = told
  const database = await openDatabase(config, readKeys(config))
  const made = await database.transaction((tx) =>
    addMunicipality(
      tx,
      {
        code,
        name,
        board,
        unit: { name: told.unit, phone: told.phone, mailbox: told.mailbox },
        administrator: { name: told.administrator, email, staffId: told['staff-id'] ?? null },
        provider: {
          issuer: told.issuer,
          clientId: told['client-id'],
          clientAuthentication: told.authentication,
          scope: told.scope,
          personMatch: told.match,
          personClaim: told.claim,
        },
        secret,
      },
      Temporal.Now.instant(),
    ),
  )
  await database.close()
  process.stdout.write(made.length > 0 ? `Made: ${made.join(', ')}.\n` : 'It is all there already.\n')
  process.stdout.write(
    `The provider must know: ${config.baseUrl}/auth/${told.code}/callback (redirect), ${config.baseUrl}/logga-in`,
  )
  process.stdout.write(` (after sign-out), ${config.baseUrl}/auth/backchannel-logout.\n`)
  process.exit(0)
}

main().catch((error: unknown) => refuse(error instanceof Error ? error.message : 'unknown'))
