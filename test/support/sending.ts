import type { DraftChild, FlagDraft } from '../../src/domain/flag/draft.ts'
import { aChild, aFlag, concernAnswers } from './flags.ts'
import type { PersonKey } from './organisation.ts'
import { organisation, type UnitKey } from './organisation.ts'
import type { Service } from './service.ts'

/** A flag with concern for each child, ready to be sent from the unit. */
export function aConcern(
  children: DraftChild[] = [aConcernedChild()],
  answers: Partial<FlagDraft> = {},
  from: UnitKey = 'substanceUse',
): FlagDraft {
  return { ...aFlag(children, { ...concernAnswers, ...answers }), senderUnitId: organisation.units[from].id }
}

export function aConcernedChild(answers: Partial<DraftChild> = {}, n = 0): DraftChild {
  const told = { concern: 'yes', askAgainOn: undefined, guardians: { clientIsGuardian: 'yes' } } as const
  return aChild({ ...told, ...answers }, n)
}

/** Sends the flag and gives the references, in the order of the children. */
export async function sent(
  service: Service,
  flag: FlagDraft = aConcern(),
  by: PersonKey = 'handler',
): Promise<string[]> {
  const handler = await service.as(by)
  const receipt = await handler.flags.send({ key: crypto.randomUUID(), draftId: null, flag })
  return receipt.referrals.map(({ reference }) => reference)
}

/** One sent referral's reference. */
export async function oneSent(service: Service, flag?: FlagDraft, by?: PersonKey): Promise<string> {
  const [reference] = await sent(service, flag, by)
  if (!reference) throw new Error('nothing was sent')
  return reference
}
