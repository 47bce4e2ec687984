import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { browserKindOf } from '../../src/domain/browser-kind.ts'
import { type HeldRole, type RoleMapping, roleSources, rolesAtSignIn } from '../../src/domain/provider-roles.ts'
import {
  claimNamed,
  isAcrEnough,
  isIssuerAllowed,
  isOverage,
  listClaim,
  mayMatchByEmail,
  ownPath,
  textClaim,
} from '../../src/domain/sign-in.ts'

describe('where one goes after signing in', () => {
  test('is always a page of ours, whatever was asked for', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (asked) => {
          const address = new URL(ownPath(asked), 'https://barnlanken.example')
          expect(address.origin).toBe('https://barnlanken.example')
        },
      ),
      { numRuns: 2000 },
    )
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    '',
    undefined,
  ])('%j is the start page', (asked) => expect(ownPath(asked)).toBe('/'))

  test('is the page that was asked for, with what it shows', () => {
    expect(ownPath('/mina-flaggor?flik=fraga-igen')).toBe('/mina-flaggor?flik=fraga-igen')
  })
})

describe('what the provider says', () => {
  test('is found by the claim’s name, also one that is an address, and inside others', () => {
    const claims = { 'http://schemas.example/role': 'a', realm_access: { roles: ['b', 7, 'c'] }, 'x.y': 'whole' }
    expect(textClaim(claims, 'http://schemas.example/role')).toBe('a')
    expect(listClaim(claims, 'realm_access.roles')).toEqual(['b', 'c'])
    expect(claimNamed(claims, 'x.y')).toBe('whole')
  })

  test.each(['constructor', '__proto__', 'toString', 'realm_access.constructor'])(
    'is never the language’s own %s',
    (name) => {
      expect(claimNamed({ realm_access: {} }, name)).toBeUndefined()
    },
  )

  test.each([[['a', 'b']], [7], [''], ['  '], [null], [{}], [undefined]])('%j is no text', (value) => {
    expect(textClaim({ it: value }, 'it')).toBeNull()
  })

  test('of groups that were too many to tell is not that there are none', () => {
    expect(isOverage({ _claim_names: { groups: 'src1' } }, 'groups')).toBe(true)
    expect(isOverage({ hasgroups: true }, 'groups')).toBe(true)
    expect(isOverage({ groups: [], hasgroups: true }, 'groups')).toBe(false)
    expect(isOverage({}, 'groups')).toBe(false)
  })

  test('of an address that it has not verified is not believed', () => {
    expect([mayMatchByEmail({}), mayMatchByEmail({ email_verified: true })]).toEqual([true, true])
    expect([mayMatchByEmail({ email_verified: false }), mayMatchByEmail({ email_verified: 'false' })]).toEqual([
      false,
      false,
    ])
  })

  test('of the level of assurance must be one of those that are required', () => {
    expect(isAcrEnough(null, undefined)).toBe(true)
    expect(isAcrEnough(['loa3', 'loa4'], 'loa4')).toBe(true)
    expect(isAcrEnough(['loa3'], 'loa2')).toBe(false)
    expect(isAcrEnough(['loa3'], undefined)).toBe(false)
    expect(isAcrEnough(['loa3'], ['loa3'])).toBe(false)
  })
})

test.each([
  ['https://login.example', 'https://social.example', true],
  ['https://login.example/adfs', 'https://social.example', true],
  ['http://login.example', 'http://127.0.0.1:3000', false],
  ['http://127.0.0.1:9000', 'http://127.0.0.1:3000', true],
  ['http://127.0.0.1:9000', 'https://social.example', false],
  ['http://127.0.0.1:9000', null, false],
  ['https://user@login.example', 'https://social.example', false],
  ['https://login.example?tenant=1', 'https://social.example', false],
  ['file:///etc/passwd', 'http://127.0.0.1:3000', false],
  ['login', 'https://social.example', false],
])('an issuer at %s, for a service at %s: %s', (issuer, ownAddress, allowed) => {
  expect(isIssuerAllowed(issuer, ownAddress)).toBe(allowed)
})

describe('roles at sign-in', () => {
  const unit = fc.constantFrom('u1', 'u2')
  const role = fc.constantFrom('case_handler' as const, 'social_worker' as const, 'administrator' as const)
  const value = fc.constantFrom('a', 'b', 'c')
  const heldOnce = fc.uniqueArray(
    fc.record<HeldRole>({
      unitId: unit,
      role,
      source: fc.constantFrom('administration' as const, 'provider' as const),
    }),
    { selector: ({ unitId, role: one }) => `${unitId} ${one}` },
  )
  const mapping = fc.array(fc.record<RoleMapping>({ value, unitId: unit, role }))
  const from = fc.constantFrom(...roleSources)
  const keys = (roles: readonly { unitId: string; role: string }[]) => roles.map((one) => `${one.unitId} ${one.role}`)

  test('what administration gave is never taken away, and the provider’s are what it says now', () => {
    fc.assert(
      fc.property(from, heldOnce, mapping, fc.array(value), (source, held, map, told) => {
        const { give, takeAway } = rolesAtSignIn(source, held, map, told)
        const kept = held.filter((one) => one.source === 'administration')
        expect(keys(takeAway).filter((key) => keys(kept).includes(key))).toEqual([])
        const gone = new Set(keys(takeAway))
        const provided = held.filter((one) => one.source === 'provider' && !gone.has(keys([one])[0] ?? ''))
        const after = new Set(keys([...provided, ...give, ...kept]))
        const said = source === 'administration' ? [] : map.filter((one) => told.some((group) => group === one.value))
        expect(after).toEqual(new Set(keys([...said, ...kept])))
      }),
    )
  })

  test('where all roles are the provider’s, only it and the administrator’s office let anybody in', () => {
    const by = (one: HeldRole['role']): HeldRole[] => [{ unitId: 'u1', role: one, source: 'administration' }]
    expect(rolesAtSignIn('provider', by('case_handler'), [], []).mayEnter).toBe(false)
    expect(rolesAtSignIn('provider', by('administrator'), [], []).mayEnter).toBe(true)
    expect(rolesAtSignIn('both', by('case_handler'), [], []).mayEnter).toBe(true)
    expect(rolesAtSignIn('provider', [], [{ value: 'a', unitId: 'u1', role: 'team_lead' }], ['a']).mayEnter).toBe(true)
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'edge',
    'windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox', 'linux'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'chrome', 'android'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/18.0 Safari/605.1', 'safari', 'mac'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 CriOS/140.0 Mobile Safari/604.1',
    'chrome',
    'ios',
  ],
  ['curl/8', null, null],
  ['', null, null],
])('%s is %s on %s', (userAgent, browser, system) => {
  expect(browserKindOf(userAgent)).toEqual({ browser, system })
})
