import { describe, expect, test } from 'vitest'
import { becomeWorker } from '../../src/db/database.ts'
import { purgeDrafts } from '../../src/db/drafts.ts'
import { refusalOf } from '../support/refusals.ts'
import { aConcern } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

onBothDatabases((service) => {
  const id = () => crypto.randomUUID()
  const count = async () => (await service.sql<{ n: number }>(`select count(*)::int as n from drafts`))[0]?.n

  test('what is typed is kept as it was typed, also when it is half a date and no number at all', async () => {
    const handler = await service.as('handler')
    const draft = {
      id: id(),
      content: {
        client: { name: '  Kar', identityNumber: '8508-x', phone: '“” ’' },
        children: [{ id: id(), birthDate: '2026-02-3', ageGuess: 3.5, identityNumber: 'vet ej än 🧸' }],
        texts: { observed: 'Såg\n\ndå', told: '' },
      },
    }
    await handler.drafts.save({ ...draft, version: 0 })
    expect(await handler.drafts.get({ id: draft.id })).toEqual({
      ...draft,
      version: 1,
      openedAt: '2026-11-20T09:00:00Z',
      savedAt: '2026-11-20T09:00:00Z',
      overdue: false,
    })
  })

  test('in the database nothing of it can be read', async () => {
    const handler = await service.as('handler')
    await handler.drafts.save({ id: id(), version: 0, content: { client: { name: 'Kanariefågel' } } })
    const [row] = await service.sql<{ stored: string }>(
      `select to_jsonb(d)::text || encode(content, 'escape') as stored from drafts d`,
    )
    expect(row?.stored).not.toContain('Kanarie')
  })

  test('each save is answered with its version, and keeps the day it was opened', async () => {
    const handler = await service.as('handler')
    const draft = { id: id(), content: {} }
    expect(await handler.drafts.save({ ...draft, version: 0 })).toEqual({ version: 1, savedAt: '2026-11-20T09:00:00Z' })
    service.now = service.now.add({ minutes: 5 })
    expect(await handler.drafts.save({ ...draft, version: 1 })).toEqual({ version: 2, savedAt: '2026-11-20T09:05:00Z' })
    expect(await handler.drafts.list()).toMatchObject([
      { openedAt: '2026-11-20T09:00:00Z', savedAt: '2026-11-20T09:05:00Z' },
    ])
  })

  test('of two windows the second is told that the first has saved, and overwrites nothing', async () => {
    const handler = await service.as('handler')
    const draft = { id: id(), content: { texts: { observed: 'första' } } }
    await handler.drafts.save({ ...draft, version: 0 })
    await handler.drafts.save({ ...draft, version: 1 })
    for (const version of [0, 1, 7]) {
      const other = handler.drafts.save({ id: draft.id, version, content: { texts: { observed: 'andra' } } })
      expect(await refusalOf(other)).toEqual({ code: 'CONFLICT', refusal: 'stale-version' })
    }
    expect((await handler.drafts.get({ id: draft.id })).content).toEqual(draft.content)
  })

  test('it is for its author alone: not the colleague, not the manager', async () => {
    const handler = await service.as('handler')
    const draftId = id()
    await handler.drafts.save({ id: draftId, version: 0, content: { texts: { observed: 'mitt' } } })
    for (const person of ['colleague', 'adultManager', 'worker', 'administrator', 'auditor'] as const) {
      const other = await service.as(person)
      expect(await other.drafts.list()).toEqual([])
      expect(await refusalOf(other.drafts.get({ id: draftId }))).toEqual({ code: 'NOT_FOUND', refusal: 'not-found' })
      expect((await refusalOf(other.drafts.save({ id: draftId, version: 0, content: {} }))).code).toBe('CONFLICT')
      expect((await refusalOf(other.drafts.save({ id: draftId, version: 1, content: {} }))).code).toBe('CONFLICT')
      await other.drafts.remove({ id: draftId })
    }
    expect((await handler.drafts.get({ id: draftId })).content).toEqual({ texts: { observed: 'mitt' } })
  })

  test('after a day it is overdue, to the minute; the oldest is listed first', async () => {
    const old = id()
    const young = id()
    const author = await service.as('handler')
    await author.drafts.save({
      id: old,
      version: 0,
      content: { client: { name: ' Karin ' }, children: [{ id: id() }] },
    })
    service.now = service.now.add({ hours: 23, minutes: 59 })
    const later = await service.as('handler')
    await later.drafts.save({ id: young, version: 0, content: {} })
    expect((await later.drafts.list()).map(({ overdue }) => overdue)).toEqual([false, false])
    service.now = service.now.add({ minutes: 1 })
    expect(await later.drafts.list()).toMatchObject([
      { id: old, overdue: true, clientName: 'Karin', children: 1 },
      { id: young, overdue: false, clientName: null, children: 0 },
    ])
  })

  test('after thirty days the job takes it away, and no younger one', async () => {
    const handler = await service.as('handler')
    await handler.drafts.save({ id: id(), version: 0, content: {} })
    const purged = () =>
      service.database.transaction(async (tx) => {
        await becomeWorker(tx)
        return purgeDrafts(tx, service.now)
      })
    service.now = service.now.add({ hours: 30 * 24 })
    expect(await purged()).toBe(0)
    service.now = service.now.add({ minutes: 1 })
    expect(await purged()).toBe(1)
    expect(await count()).toBe(0)
  })

  describe('when the flag is sent', () => {
    test('its draft goes with it, and the others stay', async () => {
      const handler = await service.as('handler')
      const [draftId, other] = [id(), id()]
      for (const one of [draftId, other]) await handler.drafts.save({ id: one, version: 0, content: {} })
      await handler.flags.send({ key: id(), draftId, flag: aConcern() })
      expect((await handler.drafts.list()).map((draft) => draft.id)).toEqual([other])
    })

    test('and is refused, the draft is kept', async () => {
      const handler = await service.as('handler')
      const draftId = id()
      await handler.drafts.save({ id: draftId, version: 0, content: {} })
      const elsewhere = { ...aConcern(), senderUnitId: service.organisation.units.incomeSupport.id }
      expect((await refusalOf(handler.flags.send({ key: id(), draftId, flag: elsewhere }))).refusal).toBe(
        'not-permitted',
      )
      expect((await refusalOf(handler.flags.send({ key: id(), draftId, flag: {} }))).code).toBe('BAD_REQUEST')
      expect(await count()).toBe(1)
    })

    test('and something fails in the middle, neither is the flag sent nor the draft gone', async () => {
      const handler = await service.as('handler')
      const draftId = id()
      await handler.drafts.save({ id: draftId, version: 0, content: {} })
      await service.sql(`revoke insert on search_terms from viewer`)
      const sending = handler.flags.send({ key: id(), draftId, flag: aConcern() })
      expect((await refusalOf(sending)).code).toBe('INTERNAL_SERVER_ERROR')
      await service.sql(`grant insert on search_terms to viewer`)
      expect(await count()).toBe(1)
      expect(await service.sql(`select id from submissions`)).toEqual([])
    })

    test('with another’s draft named, that draft is left alone', async () => {
      const colleague = await service.as('colleague')
      const draftId = id()
      await colleague.drafts.save({ id: draftId, version: 0, content: {} })
      await (await service.as('handler')).flags.send({ key: id(), draftId, flag: aConcern() })
      expect(await colleague.drafts.list()).toHaveLength(1)
    })
  })
})
