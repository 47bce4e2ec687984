import type { Database } from '../db/database.ts'
import { enterAsViewer } from '../db/sessions.ts'
import { DomainError } from '../domain/errors.ts'
import { publishedLines } from '../domain/published-statistics.ts'
import { least } from '../domain/small-cells.ts'
import { type StatisticsSide, unitIdsFor, watchedUnits } from '../domain/statistics.ts'
import {
  logFigures,
  type StatisticsContext,
  type StatisticsInput,
  statisticsSchema,
  statisticsToPublish,
} from './statistics.ts'
import { measureWords, rowWords, tableWords } from './statistics-csv-words.ts'

const byteOrderMark = '\uFEFF'
/** What a spreadsheet would take for a formula. A tab or a line break before one would not help. */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/
const mustBeQuoted = /[";\r\n]/

/** One field as text: never a formula, and never two fields. */
export function csvField(text: string): string {
  const harmless = formulaStart.test(text) ? `'${text}` : text
  return mustBeQuoted.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const inSwedish = (hours: number) => hours.toFixed(1).replace('.', ',')
const head = [
  'Enhet',
  'Från och med',
  'Till och med',
  'Tabell',
  'Rad',
  'Mått',
  'Antal',
  'Median (timmar)',
  '90:e percentilen (timmar)',
]

/** Refuses (`not-found`) what is not the viewer's to see. */
async function fileOf(ctx: StatisticsContext, input: StatisticsInput, side: StatisticsSide): Promise<string> {
  const name = watchedUnits(ctx.viewer).find(({ unitId }) => unitId === input.unitId)?.name ?? 'Alla mina enheter'
  const lines = publishedLines(await statisticsToPublish(ctx, input, side))
  logFigures(ctx, unitIdsFor(ctx.viewer, input.unitId, side), 'export')
  const rows = lines.map(({ table, row, measure, count, spread }) => [
    name,
    input.from,
    input.to,
    tableWords[table],
    rowWords(table, row),
    measureWords[table][measure] ?? measure,
    count === null ? `färre än ${least} eller dolt` : String(count),
    spread?.medianHours == null ? '' : inSwedish(spread.medianHours),
    spread?.p90Hours == null ? '' : inSwedish(spread.p90Hours),
  ])
  const text = [head, ...rows].map((fields) => fields.map(csvField).join(';')).join('\r\n')
  return `${byteOrderMark}${text}\r\n`
}

function answer(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}

/** `enhet`, `fran`, `till`, and `sida=avsandare` for the adult side when all units are asked for. */
function readAddress(request: Request): { input: unknown; unit: string; side: string | null } {
  const { searchParams } = new URL(request.url)
  const unit = searchParams.get('enhet') ?? 'alla'
  const input = {
    unitId: unit === 'alla' ? 'all' : unit,
    from: searchParams.get('fran') ?? '',
    to: searchParams.get('till') ?? '',
  }
  return { input, unit, side: searchParams.get('sida') }
}

/**
 * The manager's figures as a file for a spreadsheet: UTF-8, semicolons, small cells hidden and not to be computed, no
 * personal data in it or in its name. 401 without a session; a unit that is not the viewer's answers 404.
 */
export async function statisticsCsv(
  request: Request,
  { database, now, sessionId }: { database: Database; now: StatisticsContext['now']; sessionId: string | null },
): Promise<Response> {
  const { input: raw, unit, side: askedSide } = readAddress(request)
  if (!sessionId) return answer(401, 'UNAUTHORIZED')
  const read = statisticsSchema.safeParse(raw)
  return database.transaction(async (tx) => {
    const entered = await enterAsViewer(tx, sessionId, now, true)
    if (!entered) return answer(401, 'UNAUTHORIZED')
    if (!read.success) return answer(400, 'BAD_REQUEST')
    const input = read.data
    const units = watchedUnits(entered.viewer)
    const asked = askedSide === 'avsandare' ? 'sender' : units[0]?.side
    const side = unit === 'alla' ? asked : units.find(({ unitId }) => unitId === input.unitId)?.side
    if (!side) return answer(404, 'NOT_FOUND')
    try {
      const text = await fileOf({ tx, viewer: entered.viewer, now }, input, side)
      return answer(200, text, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="statistik-${input.from}-${input.to}.csv"`,
      })
    } catch (error) {
      if (error instanceof DomainError && error.refusal === 'not-found') return answer(404, 'NOT_FOUND')
      throw error
    }
  })
}
