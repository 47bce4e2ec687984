/**
 * Unga omsorgsgivare: what the child does at home and what it costs, in our own words (facts 11, questions 4.1–5.4).
 * A profile, never a score, a sum, a diagnosis or a gate (DOMAIN §9). MACA-YC18 and PANOC-YC20 are copyrighted; none
 * of their items is here.
 */

/** Cooking, cleaning, washing · siblings · hygiene and medicines · comfort and watching over · interpreting · bills. */
export const careAreas = ['domestic', 'siblings', 'personal_care', 'emotional', 'interpreting', 'money'] as const
export type CareArea = (typeof careAreas)[number]

export const careFrequencies = ['never', 'sometimes', 'often', 'unknown'] as const
export type CareFrequency = (typeof careFrequencies)[number]

/** What the child goes without, or carries (4.7). */
export const careCosts = ['school', 'sleep', 'friends', 'worry'] as const
export type CareCost = (typeof careCosts)[number]

/** The answers about one child, as far as they have come. What the child says about it is the child's `childWords`. */
export interface YoungCarerAnswers {
  areas?: Partial<Record<CareArea, CareFrequency>>
  costs?: readonly CareCost[]
}

/** The length of an area's bar: never 0, sometimes 1, often 2. Null: not known, which is no bar at all. */
export type CareBar = 0 | 1 | 2 | null

export interface CareProfile {
  bars: Record<CareArea, CareBar>
  costs: readonly CareCost[]
}

const bars: Record<CareFrequency, CareBar> = { never: 0, sometimes: 1, often: 2, unknown: null }

/** A bar per area and the costs, to be shown side by side. The bars are not to be added up. */
export function profileOf(answers: YoungCarerAnswers): CareProfile {
  const bar = (area: CareArea) => bars[answers.areas?.[area] ?? 'unknown']
  return {
    bars: {
      domestic: bar('domestic'),
      siblings: bar('siblings'),
      personal_care: bar('personal_care'),
      emotional: bar('emotional'),
      interpreting: bar('interpreting'),
      money: bar('money'),
    },
    costs: careCosts.filter((cost) => answers.costs?.includes(cost)),
  }
}

/** Personal care, comfort or interpreting, however seldom: tasks that are not a child's (4.4–4.6). */
export function carriesAdultTasks(answers: YoungCarerAnswers): boolean {
  return helpsIn(['personal_care', 'emotional', 'interpreting'], answers)
}

/** The child helps in some area, at least sometimes. Chores alone do not make a carer. */
export function helpsAtAll(answers: YoungCarerAnswers): boolean {
  return helpsIn(careAreas, answers)
}

/**
 * For statistics and for what to offer, never for what to refuse: an adult's task at all (4.4–4.6), any area often,
 * or any help that costs the child something (4.7). What is not known does not count.
 */
export function isYoungCarer(answers: YoungCarerAnswers): boolean {
  const often = careAreas.some((area) => answers.areas?.[area] === 'often')
  const atACost = helpsAtAll(answers) && (answers.costs?.length ?? 0) > 0
  return carriesAdultTasks(answers) || often || atACost
}

function helpsIn(areas: readonly CareArea[], answers: YoungCarerAnswers): boolean {
  return areas.some((area) => answers.areas?.[area] === 'sometimes' || answers.areas?.[area] === 'often')
}
