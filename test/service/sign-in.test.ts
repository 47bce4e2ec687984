import type { Hono } from 'hono'
import { exportJWK, generateKeyPair } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RoleMapping } from '../../src/domain/provider-roles.ts'
import { type Account, type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts'
import { type GivenProvider, givenProvider } from '../support/providers.ts'
import { onBothDatabases, type Service } from '../support/service.ts'
import { ownAddress, signInApp } from '../support/sign-in-app.ts'
import { type Visitor, visitorOf } from '../support/visitor.ts'

/** The whole way: the service's own routes, a real OpenID Provider, and a browser's cookies. */

const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'

onBothDatabases((service: Service) => {
  const accounts = new Map<string, Account>()
  let provider: IdentityProvider
  let app: Hono
  let visitor: Visitor

  const opened = async (given: GivenProvider = {}) => {
    const settings = { issuer: provider.issuer, scope: 'openid email staff', ...given.settings }
    return givenProvider(service, { ...given, settings })
  }
  const log = () =>
    service.sql<{ act: string; reason: string | null; detail: string | null; person: string | null }>(
      `select l.act, l.reason, l.detail, p.name as person from security_log l left join people p on p.id = l.person_id order by l.id`,
    )
  const me = async (who = visitor) =>
    (await who.call('session.me')).data as { name: string; memberships: { role: string }[] } | null
  const staffId = (person: 'handler' | 'worker', id: string) =>
    service.sql(`update people set staff_id = $2 where id = $1`, [service.organisation.people[person].id, id])

  beforeEach(async () => {
    accounts.clear()
    accounts.set('hanna', { employee_id: 'HAN01', email: 'handler@a.example', email_verified: true })
    accounts.set('siv', { employee_id: 'SIV01', email: 'worker@a.example', email_verified: true })
    accounts.set('okänd', { employee_id: 'XXX', email: 'someone@b.example', email_verified: true })
    provider = await startIdentityProvider({ accounts, ownAddress })
    app = signInApp(service)
    visitor = visitorOf(app, ownAddress, edge)
    await staffId('handler', 'HAN01')
    await staffId('worker', 'SIV01')
  })
  afterEach(() => provider.close())

  const expectRefused = async (answer: Response, fault: string, told: object = {}) => {
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/logga-in?fel=${fault}&kommun=9900`])
    expect(await me()).toBeNull()
    expect((await log()).at(-1)).toMatchObject({ act: 'refused', reason: fault, ...told })
  }

  describe('a person is let in', () => {
    test('the first time by the staff id that is registered, and then comes to where they were going', async () => {
      await opened()
      const answer = await visitor.signIn('/auth/9900?till=/mina-flaggor', 'hanna')
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mina-flaggor'])
      expect(await me()).toMatchObject({ name: 'Hanna Handläggare' })
      expect(await log()).toEqual([{ act: 'signed_in', reason: null, detail: null, person: 'Hanna Handläggare' }])
    })

    test('the second time by the provider’s own name for them, whatever their staff id and address are by then', async () => {
      await opened()
      await visitor.signIn('/auth/9900', 'hanna')
      accounts.set('hanna', { employee_id: 'SIV01', email: 'worker@a.example' })
      const again = visitorOf(app, ownAddress)
      await again.signIn('/auth/9900', 'hanna')
      expect(await me(again)).toMatchObject({ name: 'Hanna Handläggare' })
    })

    test('by the address, where that is what the municipality has chosen', async () => {
      await opened({ settings: { personMatch: 'email', personClaim: 'email' } })
      accounts.set('hanna', { email: 'Handler@A.example', email_verified: true })
      await visitor.signIn('/auth/9900', 'hanna')
      expect(await me()).toMatchObject({ name: 'Hanna Handläggare' })
    })

    test('with a private key in place of a secret', async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
      const named = { kid: 'ours', alg: 'ES256', use: 'sig' }
      await provider.close()
      const clientKey = { ...(await exportJWK(publicKey)), ...named }
      provider = await startIdentityProvider({ accounts, ownAddress, clientKey })
      const secret = JSON.stringify({ ...(await exportJWK(privateKey)), ...named })
      await opened({ secret, settings: { clientAuthentication: 'private_key_jwt' } })
      await visitor.signIn('/auth/9900', 'hanna')
      expect(await me()).toMatchObject({ name: 'Hanna Handläggare' })
    })

    test('with the secret in the form, where the provider wants it so', async () => {
      await opened({ settings: { clientAuthentication: 'client_secret_post' } })
      await visitor.signIn('/auth/9900', 'hanna')
      expect(await me()).toMatchObject({ name: 'Hanna Handläggare' })
    })

    test('also after the provider has changed the key that it signs with', async () => {
      await opened()
      await visitor.signIn('/auth/9900', 'hanna')
      await provider.rotate()
      const again = visitorOf(app, ownAddress)
      await again.signIn('/auth/9900', 'siv')
      expect(await me(again)).toMatchObject({ name: 'Siv Socialsekreterare' })
    })
  })

  describe('a person is not let in', () => {
    test('who is unknown: the page says whom to ask, and the log that somebody was turned away', async () => {
      await opened({ settings: { contact: 'Ring Adam på anknytning 4711.' } })
      await expectRefused(await visitor.signIn('/auth/9900', 'okänd'), 'unknown-person', { person: null })
      const contact = await visitor.call(`session.contact?input=${encodeURIComponent('{"municipality":"9900"}')}`)
      expect(contact.data).toMatchObject({ text: 'Ring Adam på anknytning 4711.', administrators: [] })
    })

    test('and where the municipality has not said whom to ask, its administrators are named', async () => {
      await opened()
      const contact = await visitor.call(`session.contact?input=${encodeURIComponent('{"municipality":"9900"}')}`)
      expect(contact.data).toMatchObject({ text: null, administrators: ['Adam Admin'] })
    })

    test('with an address that the provider itself has not verified', async () => {
      await opened({ settings: { personMatch: 'email', personClaim: 'email' } })
      accounts.set('hanna', { email: 'handler@a.example', email_verified: false })
      await expectRefused(await visitor.signIn('/auth/9900', 'hanna'), 'unknown-person')
    })

    test('who has been given the address of somebody who signs in already', async () => {
      await opened({ settings: { personMatch: 'email', personClaim: 'email' } })
      await visitor.signIn('/auth/9900', 'hanna')
      accounts.set('okänd', { email: 'handler@a.example', email_verified: true })
      visitor = visitorOf(app, ownAddress)
      await expectRefused(await visitor.signIn('/auth/9900', 'okänd'), 'person-bound-to-another')
    })

    test('who has left', async () => {
      await opened()
      await service.sql(`update people set deactivated_at = now() where staff_id = 'HAN01'`)
      await expectRefused(await visitor.signIn('/auth/9900', 'hanna'), 'deactivated', { person: 'Hanna Handläggare' })
    })

    test('who belongs to another municipality, though their staff ids are alike', async () => {
      await opened()
      await service.sql(`update people set staff_id = null where staff_id = 'HAN01'`)
      await service.sql(`update people set staff_id = 'HAN01' where name = 'Frida Främmande'`)
      await expectRefused(await visitor.signIn('/auth/9900', 'hanna'), 'unknown-person')
    })

    test('with a level of assurance that is too low, and with the right one they are', async () => {
      await opened({ settings: { acrValues: ['loa3'] } })
      await expectRefused(await visitor.signIn('/auth/9900', 'hanna', 'loa2'), 'acr-too-low')
      visitor = visitorOf(app, ownAddress)
      await visitor.signIn('/auth/9900', 'hanna', 'loa3')
      expect(await me()).toMatchObject({ name: 'Hanna Handläggare' })
    })

    test('by a service that the provider does not know by its secret: that is for the administrator', async () => {
      await opened({ secret: 'another' })
      await expectRefused(await visitor.signIn('/auth/9900', 'hanna'), 'wrong-settings')
    })

    test('through a municipality that has no provider', async () => {
      const answer = await visitor.ask('/auth/9901')
      expect(answer.headers.get('location')).toBe('/logga-in?fel=unknown-municipality')
    })
  })

  test('a person who leaves is out at the next click, wherever they are signed in', async () => {
    await opened()
    await visitor.signIn('/auth/9900', 'hanna')
    expect((await visitor.call('drafts.list')).status).toBe(200)
    await service.sql(`update people set deactivated_at = now() where staff_id = 'HAN01'`)
    expect((await visitor.call('drafts.list')).status).toBe(401)
  })

  describe('roles', () => {
    const { intake, substanceUse } = { intake: 'intake', substanceUse: 'substanceUse' } as const
    const maps = (...given: [value: string, unit: 'intake' | 'substanceUse', role: RoleMapping['role']][]) =>
      given.map(([value, unit, role]) => ({ value, unitId: service.organisation.units[unit].id, role }))
    const rolesOf = async () => (await me())?.memberships.map(({ role }) => role) ?? null
    const signInAgain = async () => {
      visitor = visitorOf(app, ownAddress)
      return visitor.signIn('/auth/9900', 'hanna')
    }
    const inGroups = (...groups: string[]) => accounts.set('hanna', { employee_id: 'HAN01', groups })

    test('come from administration, and what the provider says of groups is then nothing', async () => {
      await opened({ mapping: maps(['chef', intake, 'unit_manager']) })
      inGroups('chef')
      await signInAgain()
      expect(await rolesOf()).toEqual(['case_handler'])
    })

    test('come from both: the provider adds to what administration gave, and takes away its own alone', async () => {
      await opened({
        settings: { rolesFrom: 'both' },
        mapping: maps(
          ['chef', intake, 'unit_manager'],
          ['soc', intake, 'social_worker'],
          ['missbruk', substanceUse, 'case_handler'],
        ),
      })
      inGroups('chef', 'soc', 'missbruk', 'annat')
      await signInAgain()
      expect(await rolesOf()).toEqual(['case_handler', 'social_worker', 'unit_manager'])
      inGroups('soc')
      await signInAgain()
      expect(await rolesOf()).toEqual(['case_handler', 'social_worker'])
      inGroups()
      await signInAgain()
      expect(await rolesOf()).toEqual(['case_handler'])
    })

    test('come from the provider: who has none there is not let in, and what was taken away is gone', async () => {
      await opened({ settings: { rolesFrom: 'provider' }, mapping: maps(['soc', intake, 'social_worker']) })
      await service.sql(`delete from memberships where person_id = $1`, [service.organisation.people.handler.id])
      inGroups('soc')
      await signInAgain()
      expect(await rolesOf()).toEqual(['social_worker'])
      inGroups('annat')
      await expectRefused(await signInAgain(), 'no-roles', { person: 'Hanna Handläggare' })
      expect(await service.sql(`select from memberships where source = 'provider' and valid_until is null`)).toEqual([])
    })

    test('are read where the provider keeps them, also inside another claim', async () => {
      await opened({
        settings: { rolesFrom: 'both', rolesClaim: 'realm_access.roles' },
        mapping: maps(['soc', intake, 'social_worker']),
      })
      accounts.set('hanna', { employee_id: 'HAN01', realm_access: { roles: ['soc'] } })
      await signInAgain()
      expect(await rolesOf()).toEqual(['case_handler', 'social_worker'])
    })

    test('are not taken away because there were too many groups to tell of', async () => {
      await opened({ settings: { rolesFrom: 'both' }, mapping: maps(['soc', intake, 'social_worker']) })
      inGroups('soc')
      await signInAgain()
      accounts.set('hanna', { employee_id: 'HAN01', _claim_names: { groups: 'src1' } })
      await expectRefused(await signInAgain(), 'roles-not-told')
      expect(await service.sql(`select from memberships where source = 'provider'`)).toHaveLength(1)
    })
  })

  describe('the way back', () => {
    test.each([
      ['//evil.example', '/'],
      ['/\\evil.example', '/'],
      ['https://evil.example', '/'],
      ['/%09/evil.example', '/'],
      ['javascript:alert(1)', '/'],
      ['/inkorg', '/inkorg'],
    ])('to %s leads to %s', async (asked, led) => {
      await opened()
      const till = asked.includes('%') ? asked : encodeURIComponent(asked)
      const answer = await visitor.signIn(`/auth/9900?till=${till}`, 'hanna')
      expect(answer.headers.get('location')).toBe(led)
    })

    test('leads to the address that people use, whatever host the request names', async () => {
      await opened()
      const answer = await visitor.ask('/auth/9900', {
        headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
      })
      const asked = new URL(answer.headers.get('location') ?? '')
      expect(asked.searchParams.get('redirect_uri')).toBe(`${ownAddress}/auth/9900/callback`)
      expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
    })

    test('with another state than this browser left with is nobody’s', async () => {
      await opened()
      const back = await visitor.comeBackFrom('/auth/9900', 'hanna')
      back.searchParams.set('state', 'another')
      const answer = await visitor.ask(back.pathname + back.search)
      expect(answer.headers.get('location')).toBe('/logga-in?fel=no-attempt')
      expect(await me()).toBeNull()
    })

    test('in another browser than the one that left is nobody’s', async () => {
      await opened()
      const back = await visitor.comeBackFrom('/auth/9900', 'hanna')
      const victim = visitorOf(app, ownAddress)
      const answer = await victim.ask(back.pathname + back.search)
      expect(answer.headers.get('location')).toBe('/logga-in?fel=no-attempt')
      expect(await me(victim)).toBeNull()
    })

    test('to another municipality’s address is nobody’s: no provider is given what another one answered', async () => {
      await opened()
      const back = await visitor.comeBackFrom('/auth/9900', 'hanna')
      const answer = await visitor.ask(`/auth/9901/callback${back.search}`)
      expect(answer.headers.get('location')).toMatch(/fel=no-attempt/)
      expect(await me()).toBeNull()
    })

    test('is gone once: the same answer again is refused, also with the cookie that it was begun with', async () => {
      await opened()
      const back = await visitor.comeBackFrom('/auth/9900', 'hanna')
      const begun = new Map(visitor.cookies)
      await visitor.ask(back.pathname + back.search)
      expect(await me()).toMatchObject({ name: 'Hanna Handläggare' })
      const thief = visitorOf(app, ownAddress)
      for (const [name, value] of begun) thief.cookies.set(name, value)
      const answer = await thief.ask(back.pathname + back.search)
      expect(answer.headers.get('location')).toMatch(/fel=no-attempt/)
      expect(await me(thief)).toBeNull()
    })

    test('with the person having changed their mind is a page, and nobody is signed in', async () => {
      await opened()
      const back = await visitor.comeBackFrom('/auth/9900', 'hanna')
      const state = back.searchParams.get('state')
      const answer = await visitor.ask(
        `/auth/9900/callback?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`,
      )
      await expectRefused(answer, 'provider-refused', { detail: 'access_denied' })
    })
  })

  test('a session that was in the browser before is not carried into the new one', async () => {
    await opened()
    await visitor.signIn('/auth/9900', 'hanna')
    const former = visitor.cookies.get('__Host-barnlanken') ?? ''
    const planted = visitorOf(app, ownAddress)
    planted.cookies.set('__Host-barnlanken', former)
    await planted.signIn('/auth/9900', 'siv')
    expect(planted.cookies.get('__Host-barnlanken')).not.toBe(former)
    expect(await me(planted)).toMatchObject({ name: 'Siv Socialsekreterare' })
    expect(await me()).toBeNull()
  })

  test('what is stored and logged of a sign-in holds no token and no secret', async () => {
    await opened()
    await visitor.signIn('/auth/9900', 'hanna')
    const stored = await service.sql<{ text: string }>(
      `select t::text as text from sessions t union all select t::text from security_log t
       union all select t::text from identity_providers t union all select t::text from used_tokens t`,
    )
    const text = stored.map((row) => row.text).join('\n')
    expect(text).toContain('barnlanken')
    expect(text).not.toMatch(/eyJ|a-secret-that/)
    expect(service.logged).toEqual([])
  })

  describe('a provider that does not answer', () => {
    test('because it is down: a page, no session, and a line in the log', async () => {
      await opened()
      const back = await visitor.comeBackFrom('/auth/9900', 'hanna')
      await provider.close()
      await expectRefused(await visitor.ask(back.pathname + back.search), 'provider-down')
      await expectRefused(await visitor.ask('/auth/9900'), 'provider-down')
    })

    test('because it is slow: nobody waits for long', async () => {
      await opened()
      provider.fallSilent()
      await expectRefused(await visitor.ask('/auth/9900'), 'provider-slow')
    })
  })

  test('an issuer over plain http is never asked by a service that people reach over https', async () => {
    await opened()
    const sharp = visitorOf(signInApp(service, 'https://social.lillsjo.example'), 'https://social.lillsjo.example')
    const answer = await sharp.ask('/auth/9900')
    expect(answer.headers.get('location')).toMatch(/fel=wrong-settings/)
  })
})
