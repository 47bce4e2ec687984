import type { UnitKind } from '../../src/domain/organisation.ts'
import type { UnitKey } from './organisation.ts'
import type { Caller, Service } from './service.ts'

/** What an administrator types about a unit, all of it in order. */
export function unitInput(name: string) {
  return { name, publicName: null, phone: '08-465 004 01', mailbox: 'enheten@a.example', openingHours: null }
}

/** A new unit of the same board as another. */
export async function givenUnit(
  service: Service,
  keeper: Caller,
  name: string,
  kind: UnitKind,
  besides: UnitKey,
): Promise<string> {
  const boardId = await boardOf(service, besides)
  const { id } = await keeper.units.add({ ...unitInput(name), kind, boardId })
  return id
}

export async function boardOf(service: Service, unit: UnitKey): Promise<string> {
  const [row] = await service.sql<{ board: string }>(`select board_id as board from units where id = $1`, [
    service.organisation.units[unit].id,
  ])
  if (!row) throw new Error('no such unit')
  return row.board
}

/** The unit's row as it is now, with the version that the next change needs. */
export async function unitAsKept(keeper: Caller, id: string) {
  const { units } = await keeper.units.list()
  const unit = units.find((one) => one.id === id)
  if (!unit) throw new Error('no such unit')
  return unit
}

export async function administrationLines(service: Service) {
  return service.sql<{ act: string; name: string; changes: Record<string, { from: unknown; to: unknown }> }>(
    `select act, subject_name as name, changes from administration_log order by id`,
  )
}
