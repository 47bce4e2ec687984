import { expect, test } from 'vitest'
import { becomeArchivist, sqlStateOf } from '../../src/db/database.ts'
import { drawReview } from '../../src/db/review-drawing.ts'
import { enterAsViewer, startSession } from '../../src/db/sessions.ts'
import { drawReviews } from '../../src/jobs/draw-reviews.ts'
import { toMyself, walk } from '../support/journeys.ts'
import type { PersonKey } from '../support/organisation.ts'
import { refusalOf } from '../support/refusals.ts'
import { at, draw, opened, reviewOf } from '../support/reviews.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

onBothDatabases((service) => {
  /** Sent on Thursday 1 October, opened the same day, and at rest from then on. */
  async function atRest(familyName = 'Nyström'): Promise<string> {
    at(service, '2026-10-01T10:00')
    const reference = await oneSent(service, aConcern([aConcernedChild({ familyName })]))
    await opened(service, 'worker', reference, '2026-10-01T10:05')
    return reference
  }
  const reasonsOf = async (by: PersonKey, reader: PersonKey) => {
    const { items } = await reviewOf(service, by)
    const { name } = service.organisation.people[reader]
    return items.filter(({ readerName }) => readerName === name).map(({ reasons }) => reasons)
  }
  /** One read of the worker's, to be reviewed: its id and the month's. */
  async function drawnRead(by: PersonKey = 'manager') {
    await atRest()
    await draw(service)
    const review = await reviewOf(service, by)
    const [item] = review.items
    if (!item) throw new Error('nothing was drawn')
    return { review, item }
  }

  test('each unit’s month is drawn once, when it has ended, however many draw', async () => {
    await atRest()
    expect(await draw(service, '2026-10-31T23:59')).toBe(0)
    await Promise.all([draw(service), draw(service), draw(service)])
    expect(await draw(service)).toBe(0)
    const drawn = await service.sql(
      `select unit_id, month, count(*)::int as n from access_reviews group by 1, 2 having count(*) > 1`,
    )
    expect(drawn).toEqual([])
    const { reads, items, chain } = await reviewOf(service, 'manager')
    expect({ reads, items: items.length, chain }).toEqual({ reads: 1, items: 1, chain: { lines: 1, faults: 0 } })
  })

  test('months that were missed are made up for, each with its own reads', async () => {
    const reference = await atRest()
    await opened(service, 'worker', reference, '2026-11-05T10:00', '2026-11-06T10:00', '2027-01-07T10:00')
    expect(await draw(service, '2027-02-01T09:00')).toBeGreaterThan(0)
    const { reviews } = await (await service.as('manager')).reviews.list()
    expect(reviews.map(({ month, reads }) => [month, reads])).toEqual([
      ['2027-01', 1],
      ['2026-11', 2],
      ['2026-10', 1],
    ])
  })

  test('the sample can be drawn again, and is the same', async () => {
    const reference = await atRest()
    for (let day = 2; day <= 26; day++) {
      await opened(service, 'worker', reference, `2026-10-${String(day).padStart(2, '0')}T10:00`)
    }
    const sampled = async () => {
      const { items, sampleSize } = await reviewOf(service, 'auditor')
      return { size: sampleSize, drawn: items.filter((i) => i.reasons.includes('sample')).map((i) => i.at) }
    }
    await draw(service)
    const first = await sampled()
    expect([first.size, first.drawn.length]).toEqual([10, 10])
    await service.sql('truncate access_reviews cascade')
    await draw(service)
    expect(await sampled()).toEqual(first)
  })

  test('an altered line of the month shows in what the reviewer is told of the chain', async () => {
    await atRest()
    await draw(service)
    await service.sql('truncate access_reviews cascade')
    await service.sql(`update access_log set ground = 'assigned'`)
    await draw(service)
    expect((await reviewOf(service, 'auditor')).chain).toEqual({ lines: 1, faults: 1 })
  })

  test('a case at rest that one has nothing to do with is asked about; one’s own, or one that is alive, is not', async () => {
    const reference = await atRest()
    await walk(await service.as('worker'), reference, [toMyself(service.organisation.people.worker.id)])
    await opened(service, 'secondWorker', reference, '2026-10-06T10:00', '2026-10-20T10:00')
    await opened(service, 'worker', reference, '2026-10-21T10:00')
    await draw(service)
    expect(await reasonsOf('auditor', 'secondWorker')).toEqual([['sample'], ['no_relation', 'sample']])
    expect(await reasonsOf('auditor', 'worker')).toEqual([['sample'], ['sample']])
  })

  test('a reader with the child’s surname is asked about, by keyed terms alone', async () => {
    const reference = await atRest('Socialsekreterare')
    await opened(service, 'manager', reference, '2026-10-02T10:00')
    await draw(service)
    expect(await reasonsOf('auditor', 'worker')).toEqual([['same_name', 'sample']])
    expect(await reasonsOf('auditor', 'manager')).toEqual([['sample']])
  })

  test('a look outside office hours is asked about, and the out-of-hours service’s is not', async () => {
    const reference = await atRest()
    await opened(service, 'worker', reference, '2026-10-03T22:10') // a Saturday
    await opened(service, 'onDuty', reference, '2026-10-03T22:20')
    await draw(service)
    expect(await reasonsOf('auditor', 'worker')).toEqual([['sample'], ['off_hours', 'sample']])
    expect(await reasonsOf('auditor', 'onDuty')).toEqual([['sample']])
  })

  test('many looks at one referral without anything done in it are asked about once', async () => {
    const reference = await atRest()
    const hours = ['08', '09', '10', '11', '13', '14', '15']
    await opened(service, 'secondWorker', reference, ...hours.map((hour) => `2026-10-02T${hour}:30`))
    await draw(service)
    const { items } = await reviewOf(service, 'auditor')
    expect(items.filter(({ reasons }) => reasons.includes('repeated')).map(({ reads }) => reads)).toEqual([7])
  })

  test('an emergency opening, a line without a role and one after the person had left are always asked about', async () => {
    const reference = await atRest()
    await opened(service, 'secondWorker', reference, '2026-10-02T10:00')
    await opened(service, 'lead', reference, '2026-10-02T10:10')
    await opened(service, 'unqualified', reference, '2026-10-02T10:20')
    const { secondWorker, lead, unqualified } = service.organisation.people
    await service.sql(`update access_log set ground = 'break_glass' where person_id = $1`, [secondWorker.id])
    await service.sql(`update access_log set role = null where person_id = $1`, [lead.id])
    await service.sql(`update people set deactivated_at = '2026-10-02T07:00Z' where id = $1`, [unqualified.id])
    await draw(service)
    expect(await reasonsOf('auditor', 'secondWorker')).toEqual([['break_glass', 'sample']])
    expect(await reasonsOf('auditor', 'lead')).toEqual([['left_unit', 'sample']])
    expect(await reasonsOf('auditor', 'unqualified')).toEqual([['left_unit', 'sample']])
  })

  test('a search that found nothing is among what is drawn, without what was searched for', async () => {
    at(service, '2026-10-06T10:00')
    await (await service.as('worker')).search.find({ text: 'Zqhemlig' })
    await draw(service)
    const { items } = await reviewOf(service, 'auditor')
    expect(items).toMatchObject([{ door: 'search', reference: null, reasons: ['sample'] }])
  })

  test('managers see their own units’ months, auditors their municipality’s, and nobody else anything', async () => {
    await atRest()
    await (await service.as('handler')).search.find({ text: 'Elsa' })
    await draw(service)
    const seenBy = async (person: PersonKey) =>
      (await (await service.as(person)).reviews.list()).reviews.map(({ unitName }) => unitName)
    expect(await seenBy('manager')).toEqual(['Mottagningen barn och unga'])
    expect(await seenBy('adultManager')).toEqual(['Beroendeenheten'])
    expect(await seenBy('auditor')).toEqual(['Beroendeenheten', 'Mottagningen barn och unga'])
    const { id, items } = await reviewOf(service, 'manager')
    for (const person of ['worker', 'handler', 'administrator', 'foreignWorker', 'adultManager'] as const) {
      const caller = await service.as(person)
      if (person !== 'adultManager') expect(await seenBy(person)).toEqual([])
      const notFound = { code: 'NOT_FOUND', refusal: 'not-found' }
      expect(await refusalOf(caller.reviews.get({ id }))).toEqual(notFound)
      const itemId = items[0]?.id ?? ''
      expect(await refusalOf(caller.reviews.mark({ itemId, mark: 'explained', words: 'X' }))).toEqual(notFound)
      expect(await refusalOf(caller.reviews.sign({ id }))).toEqual(notFound)
    }
  })

  test('the reviewer sees who, when, behind which door and why, and no word of the case', async () => {
    const { item } = await drawnRead()
    expect(item).toMatchObject({
      readerName: 'Siv Socialsekreterare',
      at: '2026-10-01T08:05:00Z',
      door: 'referral',
      ground: 'group',
      role: 'social_worker',
      reasons: ['sample'],
    })
    expect(item.reference).toMatch(/^BL-2026-/)
    expect(JSON.stringify(await reviewOf(service, 'auditor'))).not.toMatch(/elsa|nyström|påverkad|beroende/i)
  })

  test('who is asked is told without a word of what, answers in the service, and the reviewer reads the answer', async () => {
    const { item } = await drawnRead()
    const manager = await service.as('manager')
    const worker = await service.as('worker')
    await manager.reviews.mark({ itemId: item.id, mark: 'asked', words: 'Vad gällde det?' })
    const { rows } = await worker.notices.list({})
    expect(rows).toMatchObject([{ kind: 'read_asked_about', side: 'reader', reference: null, referralId: null }])
    const { questions } = await worker.reviews.questions()
    expect(questions).toMatchObject([{ reference: item.reference, waits: true, marks: [{ words: 'Vad gällde det?' }] }])
    await worker.reviews.answer({ itemId: item.id, words: 'Jag täckte upp.' })
    const { items, open } = await reviewOf(service, 'manager')
    expect(items[0]).toMatchObject({ state: 'answered', marks: [{ mark: 'asked' }, { words: 'Jag täckte upp.' }] })
    expect(open).toBe(1)
    expect(await refusalOf(worker.reviews.answer({ itemId: item.id, words: 'Igen' }))).toMatchObject({
      refusal: 'wrong-status',
    })
  })

  test('who read is not told what reviewers say of it, and nobody is shown a question that is another’s', async () => {
    const { item } = await drawnRead()
    const auditor = await service.as('auditor')
    await auditor.reviews.mark({ itemId: item.id, mark: 'asked', words: 'Varför?' })
    await auditor.reviews.mark({ itemId: item.id, mark: 'reported', words: 'zqanmäld' })
    expect(JSON.stringify(await (await service.as('worker')).reviews.questions())).not.toMatch(/zqanm|reported/)
    for (const person of ['secondWorker', 'lead', 'handler'] as const) {
      const caller = await service.as(person)
      expect(await caller.reviews.questions()).toEqual({ questions: [] })
      expect(await refusalOf(caller.reviews.answer({ itemId: item.id, words: 'Jag' }))).toMatchObject({
        refusal: 'not-found',
      })
    }
  })

  test('nobody reviews their own reads: a manager’s are the auditor’s to mark, and the month waits for it', async () => {
    const reference = await atRest()
    await opened(service, 'manager', reference, '2026-10-02T10:00')
    await draw(service)
    const manager = await service.as('manager')
    const auditor = await service.as('auditor')
    const { id, items } = await reviewOf(service, 'manager')
    const own = items.find(({ isOwn }) => isOwn)
    for (const { id: itemId, mayMark } of items) {
      const marking = manager.reviews.mark({ itemId, mark: 'explained', words: 'Ordinarie arbete.' })
      if (mayMark) await marking
      else expect(await refusalOf(marking)).toMatchObject({ refusal: 'own-read' })
    }
    expect(await refusalOf(manager.reviews.sign({ id }))).toMatchObject({ refusal: 'review-not-done' })
    await auditor.reviews.mark({ itemId: own?.id ?? '', mark: 'reported', words: 'zqhemligt' })
    expect(JSON.stringify(await manager.reviews.get({ id }))).not.toMatch(/zqhemligt/)
    expect(await manager.reviews.sign({ id })).toMatchObject({ signed: { by: 'Ella Enhetschef' } })
  })

  test('the unit’s manager alone signs, when each read is explained or reported, and then nothing changes', async () => {
    const { review, item } = await drawnRead()
    const { id } = review
    const manager = await service.as('manager')
    expect(await refusalOf(manager.reviews.sign({ id }))).toMatchObject({ refusal: 'review-not-done' })
    const explained = { itemId: item.id, mark: 'explained', words: 'Var i tjänst.' } as const
    await manager.reviews.mark(explained)
    const auditor = await service.as('auditor')
    expect(await refusalOf(auditor.reviews.sign({ id }))).toMatchObject({ refusal: 'not-permitted' })
    const signed = await manager.reviews.sign({ id })
    expect(signed).toMatchObject({ open: 0, signed: { by: 'Ella Enhetschef', at: service.now.toString() } })
    const isSigned = { code: 'UNPROCESSABLE_CONTENT', refusal: 'review-signed' }
    expect(await refusalOf(manager.reviews.sign({ id }))).toEqual(isSigned)
    expect(await refusalOf(auditor.reviews.mark(explained))).toEqual(isSigned)
    expect(await manager.reviews.get({ id })).toEqual(signed)
  })

  test('Postgres itself takes no mark for a signed month, none in another’s name and none on one’s own read', async () => {
    const { review, item } = await drawnRead()
    await (await service.as('manager')).reviews.mark({ itemId: item.id, mark: 'explained', words: 'Ja.' })
    const asPerson = async (person: PersonKey, by: PersonKey, reader = item.readerName) =>
      service.database
        .transaction(async (tx) => {
          const { people } = service.organisation
          await enterAsViewer(tx, await startSession(tx, people[person].id, service.now), service.now, true)
          await tx.rows(
            `insert into access_review_marks (id, item_id, review_id, municipality_id, unit_id, reader_id, mark, words, by_id, at)
             select gen_random_uuid(), item_id, review_id, municipality_id, unit_id, reader_id, mark, words, $1, at
             from access_review_marks limit 1`,
            [people[by].id],
          )
          return reader
        })
        .catch((error: unknown) => sqlStateOf(error))
    expect(await asPerson('auditor', 'auditor')).toBe(item.readerName)
    expect(await asPerson('auditor', 'manager')).toBe('42501')
    await service.sql(
      `insert into access_review_signatures (review_id, municipality_id, unit_id, by_id, at)
       select id, municipality_id, unit_id, $2, now() from access_reviews where id = $1`,
      [review.id, service.organisation.people.manager.id],
    )
    expect(await asPerson('auditor', 'auditor')).toBe('42501')
  })

  test('a month that is unsigned after the fifteenth is an alarm to its manager', async () => {
    await drawnRead()
    const late = async (person: PersonKey) => (await (await service.as(person)).reviews.late()).months
    at(service, '2026-11-15T23:30')
    expect(await late('manager')).toEqual([])
    at(service, '2026-11-16T00:30')
    expect(await late('manager')).toMatchObject([{ month: '2026-10', unitName: 'Mottagningen barn och unga' }])
    expect(await late('adultManager')).toEqual([])
    expect(await late('worker')).toEqual([])
  })

  test('what reviewers and readers write is sealed where it is stored', async () => {
    const { item } = await drawnRead()
    await (await service.as('manager')).reviews.mark({ itemId: item.id, mark: 'explained', words: 'zqord' })
    const [row] = await service.sql<{ stored: string }>(
      `select json_agg(m)::text || convert_from(decode(encode(m.words, 'escape'), 'escape'), 'latin1') as stored
       from access_review_marks m group by m.words`,
    )
    expect(row?.stored).not.toMatch(/zqord/)
  })

  test('a draw that is broken off leaves nothing of that unit’s month', async () => {
    await atRest()
    at(service, '2026-11-02T09:00')
    const { intake } = service.organisation.units
    const [{ id: municipalityId } = { id: '' }] = await service.sql<{ id: string }>(
      `select municipality_id as id from units where id = $1`,
      [intake.id],
    )
    const broken = service.database.transaction(async (tx) => {
      await becomeArchivist(tx)
      await drawReview(tx, { municipalityId, unitId: intake.id, month: '2026-10' }, service.now)
      throw new Error('broken off')
    })
    await expect(broken).rejects.toThrow('broken off')
    expect(await service.sql(`select from access_reviews`)).toEqual([])
    expect(await drawReviews(service.database, service.now)).toBeGreaterThan(0)
  })
})
