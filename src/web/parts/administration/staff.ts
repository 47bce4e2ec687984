import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../api/router.ts'
import { trpc } from '../../api.ts'

type Answers = inferRouterOutputs<AppRouter>

export type StaffPage = Answers['people']['get']
export type StaffChoices = Answers['people']['choices']
export type ImportPreview = Answers['peopleImport']['preview']

export const staffKeys = {
  /** Everything that a change of a person may have changed. */
  all: [trpc.people.pathKey(), trpc.administrationLog.pathKey(), trpc.absences.pathKey()],
}
