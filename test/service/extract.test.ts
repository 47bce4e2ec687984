import { expect, test } from 'vitest'
import { enterAsViewer, startSession } from '../../src/db/sessions.ts'
import { childNumber } from '../support/flags.ts'
import { assess, transfer, walk } from '../support/journeys.ts'
import { refusalOf } from '../support/refusals.ts'
import { at, opened } from '../support/reviews.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

/** "Who has read about me" (GDPR 15), for the person behind a referral. */
onBothDatabases((service) => {
  const extract = async (reference: string) => (await service.as('worker')).extracts.make({ reference })

  test('every read appears once, latest first, by unit, role, door and ground', async () => {
    const reference = await oneSent(service)
    await opened(service, 'worker', reference, '2026-11-20T10:01')
    at(service, '2026-11-20T10:02')
    await (await service.as('manager')).referrals.print({ reference })
    at(service, '2026-11-20T10:03')
    await (await service.as('handler')).flags.sent({ reference })
    at(service, '2026-11-20T10:04')
    await (await service.as('colleague')).search.find({ text: 'Elsa' })
    at(service, '2026-11-20T10:05')
    await (await service.as('colleague')).flags.print({ reference })
    const { reads } = await extract(reference)
    const intake = 'Mottagningen barn och unga'
    expect(reads.map(({ at, unitName, role, door, ground }) => [at, unitName, role, door, ground])).toEqual([
      ['2026-11-20T09:05:00Z', 'Beroendeenheten', 'case_handler', 'print', 'sender_unit'],
      ['2026-11-20T09:04:00Z', 'Beroendeenheten', 'case_handler', 'search', 'sender_unit'],
      ['2026-11-20T09:03:00Z', 'Beroendeenheten', 'case_handler', 'sent_referral', 'sender'],
      ['2026-11-20T09:02:00Z', intake, 'unit_manager', 'print', 'manager'],
      ['2026-11-20T09:01:00Z', intake, 'social_worker', 'referral', 'group'],
    ])
    const [logged] = await service.sql<{ n: number }>(
      `select count(*)::int as n from access_log where referral_id is not null and door <> 'extract'`,
    )
    expect(logged?.n).toBe(reads.length)
  })

  test('it is a read itself, and the next extract tells of it', async () => {
    const reference = await oneSent(service)
    expect((await extract(reference)).reads).toEqual([])
    expect((await extract(reference)).reads).toMatchObject([{ door: 'extract', ground: 'group' }])
  })

  test('it names no staff, and an emergency opening is shown as what it was', async () => {
    const reference = await oneSent(service)
    await opened(service, 'worker', reference, '2026-11-20T10:01')
    await service.sql(`update access_log set ground = 'break_glass'`)
    const made = await extract(reference)
    expect(made.reads).toMatchObject([{ ground: 'break_glass' }])
    expect(JSON.stringify(made.reads)).not.toMatch(/siv|personId|id"/i)
  })

  test('it holds all of the child’s referrals here, and no other child’s', async () => {
    const first = await oneSent(service)
    const again = await oneSent(service)
    const sibling = await oneSent(
      service,
      aConcern([aConcernedChild({ givenName: 'Nils', identityNumber: childNumber(61) }, 1)]),
    )
    await opened(service, 'worker', again, '2026-11-20T10:01')
    await opened(service, 'worker', sibling, '2026-11-20T10:02')
    await opened(service, 'worker', first, '2026-11-20T10:03')
    const { reads } = await extract(first)
    // Each opening shows the family's other referrals too: the sibling's told of the child's two, and those of each other.
    expect(reads.filter(({ door }) => door === 'referral').map(({ at }) => at)).toEqual([
      '2026-11-20T09:03:00Z',
      '2026-11-20T09:01:00Z',
    ])
    expect(reads.filter(({ door }) => door === 'related')).toHaveLength(4)
  })

  test('a child without a number has the extract of that one referral', async () => {
    const unknown = {
      known: 'unknown' as const,
      identityNumber: undefined,
      givenName: undefined,
      familyName: undefined,
    }
    const child = aConcernedChild({ ...unknown, ageGuess: 7, birthDate: undefined })
    const reference = await oneSent(service, aConcern([child]))
    const other = await oneSent(service, aConcern([child]))
    await opened(service, 'worker', other, '2026-11-20T10:01')
    await opened(service, 'worker', reference, '2026-11-20T10:02')
    const doors = (await extract(reference)).reads.map(({ door, at }) => `${door} ${at.slice(14, 16)}`)
    expect(doors).toEqual(['referral 02', 'related 01'])
  })

  test('only who works with cases in the unit that has the referral makes it; for the rest it is not there', async () => {
    const reference = await oneSent(service)
    await walk(await service.as('worker'), reference, [])
    const others = [
      'handler',
      'adultManager',
      'supporter',
      'otherIntakeWorker',
      'administrator',
      'auditor',
      'foreignWorker',
    ] as const
    for (const person of others) {
      const caller = await service.as(person)
      expect([person, await refusalOf(caller.extracts.make({ reference }))]).toEqual([
        person,
        { code: 'NOT_FOUND', refusal: 'not-found' },
      ])
    }
    const [row] = await service.sql<{ n: number }>(`select count(*)::int as n from access_log where door = 'extract'`)
    expect(row?.n).toBe(0)
  })

  test('a unit that has handed the referral over still answers for its own', async () => {
    const reference = await oneSent(service)
    await walk(await service.as('worker'), reference, [assess, transfer])
    expect((await extract(reference)).receiver.name).toBe('Mottagningen barn och unga')
  })

  test('making one leaves the viewer without the log', async () => {
    const reference = await oneSent(service)
    await extract(reference)
    const { people } = service.organisation
    const browse = service.database.transaction(async (tx) => {
      await enterAsViewer(tx, await startSession(tx, people.worker.id, service.now), service.now, true)
      return tx.rows('select from access_log')
    })
    await expect(browse).rejects.toThrow()
  })
})
