import { expect, test } from 'vitest'
import { receiptOf, type SentSubmission } from '../../src/domain/receipt.ts'

const unit = (id: string, name: string) => ({
  id,
  name,
  municipalityId: 'm',
  boardId: 'b',
  boardName: 'Nämnden',
  kind: 'intake' as const,
  phone: '08-465 004 00',
  mailbox: 'm@a.example',
  publicName: null,
  openingHours: null,
  closedAt: null,
})
const units = [unit('sender', 'Beroendeenheten'), unit('receiver', 'Mottagningen')]

function answerBy(changes: Partial<SentSubmission['referrals'][number]>, sentAt = '2026-12-18T15:30:00Z') {
  const referral = {
    id: 'r',
    reference: 'BL-2026-000001',
    track: 'A' as const,
    nature: 'concern_report' as const,
    receiverUnitId: 'receiver',
    acute: false,
    feedbackWanted: true,
    isProtected: false,
    child: {
      known: 'known' as const,
      givenName: 'Maja',
      familyName: 'Ek',
      birthDate: '2016-01-01',
      ageGuess: null,
      expectedOn: null,
    },
    ...changes,
  }
  return receiptOf({ submissionId: 's', senderUnitId: 'sender', sentAt, referrals: [referral], notes: [] }, units)
    .referrals[0]?.answerBy
}

test('sent Friday 18 December 2026 at 16:30: a decision by New Year’s Day at the latest, the answer a week after it', () => {
  expect(answerBy({})).toMatchObject({ decisionBy: '2027-01-01', feedbackBy: '2027-01-08' })
})

test('who has not asked is promised no answer, and support is promised no decision', () => {
  expect(answerBy({ feedbackWanted: false })).toMatchObject({ decisionBy: '2027-01-01', feedbackBy: null })
  expect(answerBy({ track: 'B' })).toMatchObject({ decisionBy: null, feedbackBy: null })
})

test('half past midnight in Sweden is the new day, whatever day it is in London', () => {
  expect(answerBy({}, '2026-12-17T23:30:00Z')).toMatchObject({ decisionBy: '2027-01-01' })
  expect(answerBy({}, '2026-12-17T22:30:00Z')).toMatchObject({ decisionBy: '2026-12-31' })
})

test('a unit that is not known here is refused', () => {
  expect(() => answerBy({ receiverUnitId: 'elsewhere' })).toThrow('no such unit')
})
