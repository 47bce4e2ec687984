import { describe, expect, test } from 'vitest'
import {
  acceptOffer,
  aWishForSupport,
  closeSupport,
  declineOffer,
  offer,
  openInquiry,
  toldSoFar,
  walk,
} from '../support/journeys.ts'
import { refusalOf } from '../support/refusals.ts'
import { oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

onBothDatabases((service) => {
  describe('support (track B)', () => {
    test('is offered, taken, and closed by the unit for family support', async () => {
      const reference = await oneSent(service, aWishForSupport())
      const supporter = await service.as('supporter')
      const offered = await walk(supporter, reference, [offer])
      expect(offered).toMatchObject({ status: 'offered', track: 'B' })
      expect(offered.clocks.find(({ kind }) => kind === 'support_answer')?.state).toBe('met_in_time')
      const accepted = await walk(supporter, reference, [acceptOffer])
      expect(accepted).toMatchObject({ status: 'accepted', stepsOpen: ['assign', 'close_support'] })
      const closed = await walk(supporter, reference, [closeSupport])
      expect(closed).toMatchObject({ status: 'closed', stepsOpen: [] })
      expect(await toldSoFar(service)).toEqual(['handler: received'])
    })

    test('is offered, declined, and closed', async () => {
      const reference = await oneSent(service, aWishForSupport())
      const page = await walk(await service.as('supporter'), reference, [offer, declineOffer, closeSupport])
      expect(page.events.map(({ kind }) => kind)).toEqual([
        'sent',
        'received',
        'support_offered',
        'support_declined',
        'support_closed',
      ])
    })

    test('knows no inquiry', async () => {
      const reference = await oneSent(service, aWishForSupport())
      const supporter = await service.as('supporter')
      const { version } = await supporter.referrals.open({ reference })
      const refused = await refusalOf(supporter.referrals.takeStep({ reference, version, request: openInquiry }))
      expect(refused).toEqual({ code: 'UNPROCESSABLE_CONTENT', refusal: 'wrong-status' })
    })
  })
})
