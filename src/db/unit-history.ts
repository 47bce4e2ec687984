/** SQL for units that are renamed and taken over, so that cases and their history need never be rewritten. */

/** The name that a joined unit had at an instant: what it was called until then, or what it is called now. */
export function nameThen(unit: string, at: string): string {
  return `coalesce((select n.name from unit_names n where n.unit_id = ${unit}.id and n.until > ${at}
    order by n.until limit 1), ${unit}.name)`
}

/**
 * The name to show of a side of a referral: that of its time; of a protected family's the one that is safe to show, as
 * a unit's name can tell where they live (DOMAIN §8).
 */
export function nameShown(unit: string, referral: string): string {
  const then = nameThen(unit, `${referral}.sent_at`)
  return `case when ${referral}.is_protected then coalesce(${unit}.public_name, ${then}) else ${then} end`
}

/** The open unit that has the work of this one: the last of those that have taken it over, or itself. */
export function ownerOf(unitId: string): string {
  return `coalesce((select s.to_unit_id from unit_successions s
    join units t on t.id = s.to_unit_id and t.closed_at is null where s.from_unit_id = ${unitId}), ${unitId})`
}

/** Rows `unit_id`: the unit, and those whose work it has taken over. One unit at a time keeps each on its own index. */
export function withPredecessors(unitId: string): string {
  return `select ${unitId} as unit_id union all
    select s.from_unit_id from unit_successions s where s.to_unit_id = ${unitId}`
}

/** Ids: the unit, and those that have taken over its work. */
export function withSuccessors(unitId: string): string {
  return `select ${unitId} union all select s.to_unit_id from unit_successions s where s.from_unit_id = ${unitId}`
}
