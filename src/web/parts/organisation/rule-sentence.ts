import type { District, RoutingRule } from '../../../domain/routing.ts'
import type { Words } from '../../words/sv.ts'
import type { RoutableUnit } from './answers.ts'

interface Known {
  units: readonly RoutableUnit[]
  districts: readonly District[]
}

/** "Oro, akut, i Norr, 13–17 år: Mottagning unga". */
export function ruleSentence(rule: RoutingRule, { units, districts }: Known, { organisation }: Words): string {
  const { tracks, sentence } = organisation.routing
  const { track, acute, district, receiverId } = rule
  const conditions = [
    tracks[track ?? 'both'],
    acute === null ? null : acute ? sentence.acute : sentence.notAcute,
    district === null ? null : sentence.district(districts.find(({ code }) => code === district)?.name ?? district),
    agesOf(rule, sentence),
  ]
  const unit = units.find(({ id }) => id === receiverId)
  return sentence.to(conditions.filter((condition) => condition !== null).join(', '), unit?.name ?? '')
}

type Sentence = Words['organisation']['routing']['sentence']

function agesOf({ ageFrom, ageTo }: RoutingRule, sentence: Sentence): string | null {
  if (ageFrom !== null && ageTo !== null) return sentence.ages(ageFrom, ageTo)
  if (ageFrom !== null) return sentence.fromAge(ageFrom)
  return ageTo === null ? null : sentence.toAge(ageTo)
}
