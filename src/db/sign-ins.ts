import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../domain/calendar.ts'
import { type HeldRole, rolesAtSignIn } from '../domain/provider-roles.ts'
import { type Claims, isOverage, listClaim, mayMatchByEmail, SignInRefused, textClaim } from '../domain/sign-in.ts'
import type { Tx } from './database.ts'
import { listRoleMapping, type StoredProvider } from './identity-providers.ts'
import { blindTerm, seal, UnreadableSeal, unseal } from './seal.ts'
import { isOn } from './staff-days.ts'

/** What a browser carries from the beginning of a sign-in to its end, in a cookie that nobody else can read or make. */
export interface SignInAttempt {
  providerId: string
  verifier: string
  state: string
  nonce: string
  /** The path that the person was on their way to. */
  goingTo: string
}

interface KeptAttempt extends SignInAttempt {
  until: string
}

export const attemptMinutes = 10
const attemptAddress = 'cookies:sign_in:attempt'

export function sealAttempt(tx: Tx, attempt: SignInAttempt, now: Temporal.Instant): string {
  const kept: KeptAttempt = { ...attempt, until: now.add({ minutes: attemptMinutes }).toString() }
  return seal(tx.keys, attemptAddress, kept).toString('base64url')
}

/** Null when it is too old, altered, or not of our making. */
export function openAttempt(tx: Tx, cookie: string, now: Temporal.Instant): SignInAttempt | null {
  try {
    const { until, ...attempt } = unseal<KeptAttempt>(tx.keys, attemptAddress, Buffer.from(cookie, 'base64url'))
    return Temporal.Instant.compare(now, Temporal.Instant.from(until)) < 0 ? attempt : null
  } catch (error) {
    if (error instanceof UnreadableSeal) return null
    throw error
  }
}

/** True the first time that this token is shown. It is remembered until it would not be taken anyway. */
export async function spendToken(tx: Tx, scope: string, token: string, until: Temporal.Instant): Promise<boolean> {
  const id = blindTerm(tx.keys, `used-token:${scope}`, token)
  const added = await tx.rows(
    `insert into used_tokens (id, expires_at) values ($1, $2) on conflict do nothing returning id`,
    [id, until.toString()],
  )
  return added.length > 0
}

/** Returns how many could be forgotten. */
export async function purgeUsedTokens(tx: Tx, now: Temporal.Instant): Promise<number> {
  return (await tx.rows(`delete from used_tokens where expires_at < $1 returning id`, [now.toString()])).length
}

/** The provider's own name for a session there, as it is kept here: without the key it names nothing. */
export function keyedSid(tx: Tx, providerId: string, sid: string): string {
  return blindTerm(tx.keys, `provider-sid:${providerId}`, sid)
}

interface Candidate {
  id: string
  deactivated: boolean
}

const candidateColumns = `p.id, p.deactivated_at is not null as deactivated`

/** By issuer and subject; the first time by what administration has registered, and from then on never by that again. */
async function findPerson(tx: Tx, provider: StoredProvider, claims: Claims, now: Temporal.Instant): Promise<string> {
  const subject = textClaim(claims, 'sub')
  if (!subject) throw new SignInRefused('provider-lying', { detail: 'no subject' })
  const [known] = await tx.rows<Candidate>(
    `select ${candidateColumns} from person_identities i join people p on p.id = i.person_id
     where i.issuer = $1 and i.subject = $2 and p.municipality_id = $3`,
    [provider.issuer, subject, provider.municipalityId],
  )
  const person = known ?? (await findRegistered(tx, provider, claims))
  if (person.deactivated) throw new SignInRefused('deactivated', { personId: person.id })
  if (!known) await bind(tx, provider.issuer, subject, person.id, now)
  return person.id
}

async function findRegistered(tx: Tx, provider: StoredProvider, claims: Claims): Promise<Candidate> {
  const { personMatch, personClaim, municipalityId } = provider
  const told = textClaim(claims, personClaim)
  if (!told) throw new SignInRefused('unknown-person', { detail: 'no claim' })
  if (personMatch === 'email' && !mayMatchByEmail(claims)) {
    throw new SignInRefused('unknown-person', { detail: 'unverified address' })
  }
  const column = personMatch === 'email' ? 'lower(p.email) = lower($2)' : 'p.staff_id = $2'
  const [person, ...others] = await tx.rows<Candidate>(
    `select ${candidateColumns} from people p where p.municipality_id = $1 and ${column} limit 2`,
    [municipalityId, told],
  )
  // Two people with one address are nobody in particular.
  if (!person || others.length > 0) throw new SignInRefused('unknown-person')
  return person
}

async function bind(tx: Tx, issuer: string, subject: string, personId: string, now: Temporal.Instant): Promise<void> {
  const bound = await tx.rows(
    `insert into person_identities (issuer, subject, person_id, bound_at) values ($1, $2, $3, $4)
     on conflict do nothing returning person_id`,
    [issuer, subject, personId, now.toString()],
  )
  if (bound.length > 0) return
  const same = await tx.rows(
    `select from person_identities where issuer = $1 and subject = $2 and person_id = $3`, // bound meanwhile, by a twin of this
    [issuer, subject, personId],
  )
  // An address that was given to somebody new must not open the former holder's account.
  if (same.length === 0) throw new SignInRefused('person-bound-to-another', { personId })
}

async function followRoles(
  tx: Tx,
  provider: StoredProvider,
  claims: Claims,
  personId: string,
  day: string,
): Promise<boolean> {
  const { rolesFrom, rolesClaim, municipalityId } = provider
  if (rolesFrom !== 'administration' && rolesClaim && isOverage(claims, rolesClaim)) {
    throw new SignInRefused('roles-not-told', { personId })
  }
  const held = await tx.rows<HeldRole>(
    `select m.unit_id as "unitId", m.role, m.source from memberships m where m.person_id = $1 and ${isOn('m', '$2::date')}`,
    [personId, day],
  )
  const mapping = await listRoleMapping(tx, municipalityId)
  const { give, takeAway, mayEnter } = rolesAtSignIn(
    rolesFrom,
    held,
    mapping,
    rolesClaim ? listClaim(claims, rolesClaim) : [],
  )
  const parameters = (changed: typeof give) => [personId, municipalityId, JSON.stringify(changed), day]
  const changed = `jsonb_to_recordset($3::jsonb) as x("unitId" uuid, role text)`
  if (takeAway.length > 0) {
    await tx.rows(
      `update memberships m set valid_until = greatest(m.valid_from, $4::date) - 1 from ${changed}
       where m.person_id = $1 and m.municipality_id = $2 and m.unit_id = x."unitId" and m.role = x.role
         and m.source = 'provider' and ${isOn('m', '$4::date')}`,
      parameters(takeAway),
    )
  }
  if (give.length > 0) {
    await tx.rows(
      `insert into memberships (person_id, unit_id, municipality_id, role, source, valid_from)
       select $1, x."unitId", $2, x.role, 'provider', $4::date from ${changed} on conflict do nothing`,
      parameters(give),
    )
  }
  return mayEnter
}

export interface Recognised {
  personId: string
  /** False where the person has no role to enter with: what the provider took away is stored all the same. */
  mayEnter: boolean
}

/** Who the provider's word is about, with the roles that follow from it. Refuses (SignInRefused) who is unknown or has left. */
export async function recognise(
  tx: Tx,
  provider: StoredProvider,
  claims: Claims,
  now: Temporal.Instant,
): Promise<Recognised> {
  const personId = await findPerson(tx, provider, claims, now)
  return { personId, mayEnter: await followRoles(tx, provider, claims, personId, dayOf(now).toString()) }
}
