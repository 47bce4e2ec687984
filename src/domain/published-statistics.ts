import { type Cell, hiddenCells, least, type Sum } from './small-cells.ts'
import {
  feedbackOutcomes,
  outcomes,
  type ReceiverStatistics,
  type SenderStatistics,
  type Spread,
  type Statistics,
} from './statistics.ts'

/** The figures as they may leave the unit: one line a count, small cells hidden and not to be computed (DOMAIN §11). */

/** `table`, `row` and `measure` are codes for the words of the one who writes the file; a sending unit's row is its name. */
export interface PublishedLine {
  table: 'came_in' | 'waits' | 'clocks' | 'backlog' | 'now' | 'senders' | 'feedback'
  row: string
  measure: string
  /** Null: hidden. */
  count: number | null
  /** Only where the count that they are drawn from is shown. */
  spread?: Spread
}

interface Line extends Cell {
  line: Omit<PublishedLine, 'count' | 'spread'>
  spread?: Spread
}

type Place = [table: PublishedLine['table'], row: string, measure: string]

const idOf = (...place: Place) => JSON.stringify(place)

function line(place: Place, count: number, spread?: Spread): Line {
  const [table, row, measure] = place
  return { id: idOf(...place), count, line: { table, row, measure }, spread }
}

const total = idOf('came_in', 'all', 'total')
const concern = idOf('came_in', 'all', 'concern')
const support = idOf('came_in', 'all', 'support')

function cameIn(statistics: Statistics): Line[] {
  return [
    line(['came_in', 'all', 'total'], statistics.concern + statistics.support),
    line(['came_in', 'all', 'concern'], statistics.concern),
    line(['came_in', 'all', 'support'], statistics.support),
    line(['came_in', 'all', 'youngCarers'], statistics.youngCarers),
  ]
}

function waits({ waits }: Statistics): Line[] {
  return waits.flatMap(({ stage, waiting, ...spread }) => [
    line(['waits', stage, 'arrived'], spread.n, spread),
    line(['waits', stage, 'waiting'], waiting),
  ])
}

const arrivedAndWaiting = (stage: string) => [idOf('waits', stage, 'arrived'), idOf('waits', stage, 'waiting')]

const clockMeasures = ['metInTime', 'metLate', 'overdue', 'running'] as const
/** The clocks that every referral of a track has, with the stage that stops them. */
const clockOfStage = {
  receipt: 'opened',
  protection_assessment: 'protection_assessed',
  preliminary_assessment: 'decided',
  support_answer: 'support_answered',
} as const
/** How many inquiries were opened: each has its clock, and each is one of a sender's outcomes. */
const inquiries: Place = ['clocks', 'inquiry', 'opened']
const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
const ageMeasures = ['overdue', 'inTime', 'noDeadline'] as const
const nowMeasures = ['today', 'unread', 'unassigned'] as const

function receiverLines(statistics: ReceiverStatistics): { lines: Line[]; sums: Sum[] } {
  const { clocks, backlog, now, senders } = statistics
  const band = (index: number) => `${backlog[index]?.from}-${backlog[index]?.to ?? ''}`
  // By kind alone: the label follows the sender's board, so a split by label would tell a sender's share.
  const kinds = [...new Set(clocks.map(({ kind }) => kind))]
  const clockCount = (kind: string, measure: (typeof clockMeasures)[number]) =>
    sumOf(clocks.filter((clock) => clock.kind === kind).map((clock) => clock[measure]))
  const lines: Line[] = [
    ...cameIn(statistics),
    ...waits(statistics),
    ...kinds.flatMap((kind) =>
      clockMeasures.map((measure) => line(['clocks', kind, measure], clockCount(kind, measure))),
    ),
    {
      ...line(inquiries, sumOf(clockMeasures.map((measure) => clockCount('inquiry', measure)))),
      isUnpublished: true as const,
    },
    line(
      ['backlog', 'all', 'open'],
      backlog.reduce((sum, age) => sum + age.overdue + age.inTime + age.noDeadline, 0),
    ),
    ...ageMeasures.map((measure) =>
      line(
        ['backlog', 'all', measure],
        backlog.reduce((sum, age) => sum + age[measure], 0),
      ),
    ),
    ...backlog.flatMap((age, index) => [
      line(['backlog', band(index), 'open'], age.overdue + age.inTime + age.noDeadline),
      ...ageMeasures.map((measure) => line(['backlog', band(index), measure], age[measure])),
    ]),
    ...nowMeasures.map((measure) =>
      line(
        ['now', 'all', measure],
        now.reduce((sum, unit) => sum + unit[measure], 0),
      ),
    ),
    ...senders.flatMap((sender) => [
      line(['senders', sender.name, 'total'], sender.concern + sender.support),
      line(['senders', sender.name, 'concern'], sender.concern),
      line(['senders', sender.name, 'support'], sender.support),
      ...outcomes.map((outcome) => line(['senders', sender.name, outcome], sender[outcome])),
      line(['senders', sender.name, 'youngCarers'], sender.youngCarers),
    ]),
  ]

  const ofKind = (kind: string, measures: readonly string[]) =>
    kinds.some((known) => known === kind) ? measures.map((measure) => idOf('clocks', kind, measure)) : []
  const ofSenders = (...measures: string[]) =>
    senders.flatMap(({ name }) => measures.map((measure) => idOf('senders', name, measure)))
  const inBands = (measure: string) => backlog.map((_, index) => idOf('backlog', band(index), measure))
  const sums = [
    { total, parts: [concern, support] },
    { total, parts: arrivedAndWaiting('opened') },
    { total: concern, parts: arrivedAndWaiting('protection_assessed') },
    { total: concern, parts: arrivedAndWaiting('decided') },
    { total: support, parts: arrivedAndWaiting('support_answered') },
    ...Object.entries(clockOfStage).flatMap(([kind, stage]) => [
      { total: idOf('waits', stage, 'arrived'), parts: ofKind(kind, ['metInTime', 'metLate']) },
      { total: idOf('waits', stage, 'waiting'), parts: ofKind(kind, ['overdue', 'running']) },
    ]),
    { total: idOf('backlog', 'all', 'open'), parts: inBands('open') },
    ...ageMeasures.map((measure) => ({ total: idOf('backlog', 'all', measure), parts: inBands(measure) })),
    { total: idOf('backlog', 'all', 'open'), parts: ageMeasures.map((measure) => idOf('backlog', 'all', measure)) },
    ...backlog.map((_, index) => ({
      total: idOf('backlog', band(index), 'open'),
      parts: ageMeasures.map((measure) => idOf('backlog', band(index), measure)),
    })),
    // Over a period that holds all that is open, these are the same count.
    { total: idOf('now', 'all', 'unread'), parts: [idOf('waits', 'opened', 'waiting')] },
    { total, parts: ofSenders('total') },
    { total: concern, parts: ofSenders('concern') },
    { total: support, parts: ofSenders('support') },
    { total: idOf('came_in', 'all', 'youngCarers'), parts: ofSenders('youngCarers') },
    { total: idOf('waits', 'decided', 'arrived'), parts: ofSenders('opened', 'notOpened', 'joined', 'transferred') },
    { total: idOf('waits', 'decided', 'waiting'), parts: ofSenders('undecided') },
    { total: idOf(...inquiries), parts: ofKind('inquiry', clockMeasures) },
    { total: idOf(...inquiries), parts: ofSenders('opened') },
    ...senders.flatMap(({ name }) => [
      { total: idOf('senders', name, 'total'), parts: ['concern', 'support'].map((one) => idOf('senders', name, one)) },
      { total: idOf('senders', name, 'concern'), parts: outcomes.map((outcome) => idOf('senders', name, outcome)) },
    ]),
  ]
  return { lines, sums }
}

const senderNowMeasures = ['unreceived', 'questions', 'questionsOverdue', 'askAgain'] as const

function senderLines(statistics: SenderStatistics): { lines: Line[]; sums: Sum[] } {
  const { feedback, notes, now } = statistics
  const lines = [
    ...cameIn(statistics),
    line(['came_in', 'all', 'notes'], notes),
    ...waits(statistics),
    ...feedbackOutcomes.map((outcome) => line(['feedback', 'all', outcome], feedback[outcome])),
    ...senderNowMeasures.map((measure) =>
      line(
        ['now', 'all', measure],
        now.reduce((sum, unit) => sum + unit[measure], 0),
      ),
    ),
  ]
  const answered = ['opened', 'notOpened', 'alreadyUnderWay', 'refused'].map((one) => idOf('feedback', 'all', one))
  const sums = [
    { total, parts: [concern, support] },
    { total, parts: arrivedAndWaiting('received') },
    { total: concern, parts: feedbackOutcomes.map((outcome) => idOf('feedback', 'all', outcome)) },
    { total: idOf('waits', 'feedback', 'arrived'), parts: answered },
    { total: idOf('waits', 'feedback', 'waiting'), parts: [idOf('feedback', 'all', 'waiting')] },
    { total: idOf('now', 'all', 'unreceived'), parts: [idOf('waits', 'received', 'waiting')] },
  ]
  return { lines, sums }
}

/** A sum that does not hold in these figures binds nothing: a reader who believed it would compute wrongly. */
function holding(sums: readonly Sum[], lines: readonly Line[]): Sum[] {
  const countOf = new Map(lines.map(({ id, count }) => [id, count]))
  return sums.filter(
    ({ total, parts }) => countOf.get(total) === parts.reduce((sum, part) => sum + (countOf.get(part) ?? 0), 0),
  )
}

/** Whether a figure is so small that it may point at somebody: the manager sees it whole, and that is a read of them. */
export function pointsAtSomebody(statistics: Statistics): boolean {
  const { lines } = statistics.side === 'receiver' ? receiverLines(statistics) : senderLines(statistics)
  return lines.some(({ count }) => count > 0 && count < least)
}

/** Every line of the file, in order. The figures must be without protected families, in every cell (DOMAIN §8). */
export function publishedLines(statistics: Statistics): PublishedLine[] {
  const { lines, sums } = statistics.side === 'receiver' ? receiverLines(statistics) : senderLines(statistics)
  const hidden = hiddenCells(lines, holding(sums, lines))
  const published = lines.filter(({ isUnpublished }) => !isUnpublished)
  return published.map(({ id, line, count, spread }) => {
    if (hidden.has(id)) return { ...line, count: null }
    return spread ? { ...line, count, spread } : { ...line, count }
  })
}
