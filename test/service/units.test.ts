import { describe, expect, test } from 'vitest'
import { adultNumber } from '../support/flags.ts'
import { administrationLines, boardOf, givenUnit, unitAsKept, unitInput } from '../support/keeping.ts'
import { refusalOf } from '../support/refusals.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'
import { officeHours } from '../support/units.ts'
import { everyone } from '../support/viewer-rights.ts'

const hiddenChild = {
  ageGuess: 8,
  protection: 'secrecy_mark',
  identityNumber: undefined,
  identityMissing: 'protected',
} as const

onBothDatabases((service) => {
  test('an administrator adds a board and a unit in it, and each is a line in the log', async () => {
    const keeper = await service.as('administrator')
    const { id: boardId } = await keeper.units.addBoard({ name: 'Utbildningsnämnden' })
    const { id } = await keeper.units.add({
      ...unitInput('Mottagning Norr'),
      publicName: 'Mottagningen',
      openingHours: officeHours,
      kind: 'intake',
      boardId,
    })
    const unit = await unitAsKept(keeper, id)
    expect(unit).toMatchObject({ name: 'Mottagning Norr', publicName: 'Mottagningen', boardId, kind: 'intake' })
    expect(unit.openingHours).toEqual(officeHours)
    const lines = await administrationLines(service)
    expect(lines.map(({ act, name }) => [act, name])).toEqual([
      ['board_added', 'Utbildningsnämnden'],
      ['unit_added', 'Mottagning Norr'],
    ])
    expect(lines[1]?.changes.phone).toEqual({ from: null, to: '08-465 004 01' })
  })

  test('a change is logged field by field, with what it was and what it became', async () => {
    const keeper = await service.as('administrator')
    const { id, version, name, phone, mailbox } = await unitAsKept(keeper, service.organisation.units.intake.id)
    await keeper.units.change({
      id,
      version,
      name,
      mailbox,
      phone: '08-465 004 99',
      publicName: null,
      openingHours: null,
    })
    const [line] = await administrationLines(service)
    expect(line?.changes).toEqual({ phone: { from: phone, to: '08-465 004 99' } })
  })

  test('of two who change a unit at once the second is told, and nothing of the first is lost', async () => {
    const [first, second] = [await service.as('administrator'), await service.as('administrator')]
    const { id } = service.organisation.units.intake
    const change = (name: string) => ({ ...unitInput(name), id, version: 1 })
    await first.units.change(change('Mottagning ett'))
    expect(await refusalOf(second.units.change(change('Mottagning två')))).toMatchObject({ refusal: 'stale-version' })
    expect(await unitAsKept(first, id)).toMatchObject({ name: 'Mottagning ett', version: 2 })
    const boardId = await boardOf(service, 'intake')
    await first.units.changeBoard({ id: boardId, version: 1, name: 'Nämnd ett' })
    const late = second.units.changeBoard({ id: boardId, version: 1, name: 'Nämnd två' })
    expect(await refusalOf(late)).toMatchObject({ refusal: 'stale-version' })
    expect((await first.units.list()).boards.map(({ name }) => name)).toContain('Nämnd ett')
    expect((await administrationLines(service)).length).toBe(2)
  })

  test('two open units have never the same name, nor two boards', async () => {
    const keeper = await service.as('administrator')
    const boardId = await boardOf(service, 'intake')
    const taken = { refusal: 'already-exists', field: 'name' }
    const add = keeper.units.add({ ...unitInput('beroendeenheten'), kind: 'intake', boardId })
    expect(await refusalOf(add)).toMatchObject(taken)
    expect(await refusalOf(keeper.units.addBoard({ name: 'FAMILY' }))).toMatchObject(taken)
    const { id } = service.organisation.units.intake
    const rename = keeper.units.change({ ...unitInput('Beroendeenheten'), id, version: 1 })
    expect(await refusalOf(rename)).toMatchObject(taken)
  })

  test('nobody but an administrator sees or changes how units are kept', async () => {
    for (const person of everyone.filter((one) => one !== 'administrator')) {
      const caller = await service.as(person)
      const { id } = service.organisation.units.intake
      const denied = { refusal: 'not-permitted' }
      expect(await refusalOf(caller.units.list()), person).toMatchObject(denied)
      expect(await refusalOf(caller.units.open({ id })), person).toMatchObject(denied)
      expect(await refusalOf(caller.units.change({ ...unitInput('X'), id, version: 1 })), person).toMatchObject(denied)
      expect(await refusalOf(caller.units.close({ id, version: 1, successorId: null })), person).toMatchObject(denied)
      expect(await refusalOf(caller.routing.save({ version: 0, districts: [], rules: [] })), person).toMatchObject(
        denied,
      )
    }
  })

  describe('another municipality', () => {
    test('its units and boards are not there: not to see, to change, to close or to take over', async () => {
      const keeper = await service.as('administrator')
      const { foreignIntake, familySupport } = service.organisation.units
      const missing = { refusal: 'not-found' }
      expect((await keeper.units.list()).units.map(({ id }) => id)).not.toContain(foreignIntake.id)
      expect(await refusalOf(keeper.units.open({ id: foreignIntake.id }))).toMatchObject(missing)
      const change = keeper.units.change({ ...unitInput('X'), id: foreignIntake.id, version: 1 })
      expect(await refusalOf(change)).toMatchObject(missing)
      const close = { id: familySupport.id, version: 1, successorId: foreignIntake.id }
      expect(await refusalOf(keeper.units.close(close))).toMatchObject(missing)
      const boardId = await boardOf(service, 'foreignIntake')
      expect(await refusalOf(keeper.units.changeBoard({ id: boardId, version: 1, name: 'X' }))).toMatchObject(missing)
      const add = keeper.units.add({ ...unitInput('X'), kind: 'intake', boardId })
      expect(await refusalOf(add)).toMatchObject({ ...missing, field: 'boardId' })
    })
  })

  test('a protected family’s lists and pages have the name that is safe to show, and others the unit’s own', async () => {
    const keeper = await service.as('administrator')
    const { substanceUse, intake } = service.organisation.units
    await keeper.units.change({
      ...unitInput(substanceUse.name),
      publicName: 'Vuxenenheten',
      id: substanceUse.id,
      version: 1,
    })
    await keeper.units.change({ ...unitInput(intake.name), publicName: 'Mottagningen', id: intake.id, version: 1 })
    const plain = await oneSent(service)
    const client = { name: 'Pia Annan', identityNumber: adultNumber(44), protection: 'none' } as const
    const hidden = await oneSent(service, aConcern([aConcernedChild(hiddenChild)], { client }))
    const worker = await service.as('worker')
    const { rows } = await worker.referrals.inbox({ unitId: intake.id, show: 'open' })
    const named = Object.fromEntries(rows.map(({ reference, senderUnitName }) => [reference, senderUnitName]))
    expect(named).toEqual({ [plain]: substanceUse.name })
    const handler = await service.as('handler')
    expect((await handler.flags.sent({ reference: hidden })).receiver.name).toBe('Mottagningen')
    expect((await handler.flags.sent({ reference: plain })).receiver.name).toBe(intake.name)
  })

  test('a unit with nothing left is closed without a successor, and stays among the closed', async () => {
    const keeper = await service.as('administrator')
    const id = await givenUnit(service, keeper, 'Tillfälliga enheten', 'disability', 'disability')
    await keeper.units.close({ id, version: 1, successorId: null })
    expect((await unitAsKept(keeper, id)).closedAt).toBe(service.now.toString())
    expect((await administrationLines(service)).map(({ act }) => act)).toEqual(['unit_added', 'unit_closed'])
    expect(await refusalOf(keeper.units.change({ ...unitInput('X'), id, version: 2 }))).toMatchObject({
      refusal: 'wrong-status',
    })
  })
})
