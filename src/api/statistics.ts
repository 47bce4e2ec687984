import { z } from 'zod'
import { logAccess } from '../db/access-log.ts'
import { readSenderStatistics } from '../db/sender-statistics.ts'
import { readDeadLetters, readReceiverStatistics, type StatisticsRequest } from '../db/statistics.ts'
import { dayOf } from '../domain/calendar.ts'
import { daysAfter } from '../domain/day.ts'
import { managedUnits, unitIdsOf } from '../domain/organisation.ts'
import { pointsAtSomebody } from '../domain/published-statistics.ts'
import {
  type ReceiverStatistics,
  type SenderStatistics,
  type Statistics,
  type StatisticsSide,
  unitIdsFor,
  watchedUnits,
} from '../domain/statistics.ts'
import { type Context, router, type ViewerContext, viewerProcedure } from './trpc.ts'

const longestDays = 366 * 6
/** Nothing more is asked of what is no day: the period could not be counted. */
const day = z.iso.date({ error: 'date-impossible', abort: true })

/** Which figures are asked for. A period has its days in order, and is at most six years long. */
export const statisticsSchema = z
  .strictObject({ unitId: z.union([z.uuid(), z.literal('all')]), from: day, to: day })
  .refine(({ from, to }) => from <= to && to <= daysAfter(from, longestDays), {
    path: ['to'],
    message: 'date-impossible',
  })
export type StatisticsInput = z.infer<typeof statisticsSchema>

export type StatisticsContext = Pick<Context, 'now'> & Pick<ViewerContext, 'tx' | 'viewer'>

function requestOf(
  { viewer, now }: StatisticsContext,
  { unitId, from, to }: StatisticsInput,
  side: StatisticsSide,
  withProtected: boolean,
): StatisticsRequest {
  return {
    unitIds: unitIdsFor(viewer, unitId, side),
    period: { from, to },
    today: dayOf(now).toString(),
    now: now.toString(),
    withProtected,
  }
}

/** That the figures were read, or taken out, is a line for each unit that they are about. */
export function logFigures(ctx: StatisticsContext, unitIds: readonly string[], door: 'statistics' | 'export'): void {
  const read = unitIds.map((unitId) => ({
    referralId: null,
    unitId,
    door,
    ground: 'manager' as const,
    isProtected: false,
  }))
  logAccess(ctx.tx, ctx.viewer, ctx.now, read)
}

/** Figures on the screen are whole: where one is so small that it may point at somebody, reading it is logged. */
function shown<Figures extends Statistics>(ctx: StatisticsContext, input: StatisticsInput, figures: Figures): Figures {
  if (pointsAtSomebody(figures)) {
    logFigures(ctx, unitIdsFor(ctx.viewer, input.unitId, figures.side), 'statistics')
  }
  return figures
}

/** The figures as they may leave the unit: of the side asked for, and without protected families. */
export function statisticsToPublish(
  ctx: StatisticsContext,
  input: StatisticsInput,
  side: StatisticsSide,
): Promise<Statistics> {
  const request = requestOf(ctx, input, side, false)
  return side === 'receiver' ? readReceiverStatistics(ctx.tx, request) : readSenderStatistics(ctx.tx, request)
}

export const statisticsRouter = router({
  /** The units that the viewer manages; empty for everyone else. */
  units: viewerProcedure.query(({ ctx }) => ({ units: watchedUnits(ctx.viewer), today: dayOf(ctx.now).toString() })),

  receiver: viewerProcedure
    .input(statisticsSchema)
    .query(
      async ({ ctx, input }): Promise<ReceiverStatistics> =>
        shown(ctx, input, await readReceiverStatistics(ctx.tx, requestOf(ctx, input, 'receiver', true))),
    ),

  sender: viewerProcedure
    .input(statisticsSchema)
    .query(
      async ({ ctx, input }): Promise<SenderStatistics> =>
        shown(ctx, input, await readSenderStatistics(ctx.tx, requestOf(ctx, input, 'sender', true))),
    ),

  /** Nothing undelivered is ever dropped: what was given up is an alarm here (DOMAIN §6). */
  deadLetters: viewerProcedure.query(({ ctx }) => {
    const unitIds = managedUnits(ctx.viewer).flatMap(unitIdsOf)
    return unitIds.length === 0 ? { count: 0, codes: [] } : readDeadLetters(ctx.tx, unitIds)
  }),
})
