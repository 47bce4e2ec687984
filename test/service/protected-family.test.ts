import { describe, expect, test } from 'vitest'
import { adultNumber, childNumber } from '../support/flags.ts'
import { aConcern, aConcernedChild } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

const familyName = 'Kanarieström'

onBothDatabases((service) => {
  describe('a protected family', () => {
    const protectedFlag = (n: number) =>
      aConcern(
        [
          aConcernedChild({
            givenName: 'Hemliga',
            familyName,
            protection: 'secrecy_mark',
            identityNumber: null,
            identityMissing: 'protected',
            ageGuess: 8,
          }),
          aConcernedChild({ givenName: 'Syskon', familyName, identityNumber: childNumber(70 + n) }, 1),
        ],
        { client: { name: `Karin ${familyName}`, identityNumber: adultNumber(40), protection: 'none' } },
      )

    test('is named in no list, no search and no list of related referrals', async () => {
      const handler = await service.as('handler')
      const { referrals } = await handler.flags.send({
        key: crypto.randomUUID(),
        draftId: null,
        flag: protectedFlag(0),
      })
      const plain = aConcern([aConcernedChild({ givenName: 'Öppna', familyName, identityNumber: childNumber(72) })], {
        client: { name: `Karin ${familyName}`, identityNumber: adultNumber(40), protection: 'none' },
      })
      const open = await handler.flags.send({ key: crypto.randomUUID(), draftId: null, flag: plain })
      const { id: unitId } = service.organisation.units.intake
      const worker = await service.as('worker')
      const page = await worker.referrals.open({ reference: open.referrals[0]?.reference ?? '' })
      expect(page.related).toHaveLength(2)

      const inbox = await worker.referrals.inbox({ unitId })
      const lists = [
        inbox.rows.filter(({ isProtected }) => isProtected),
        page.related,
        (await handler.flags.mine({})).rows.filter(({ reference }) => reference !== page.reference),
        (await worker.search.find({ text: 'Hemliga' })).hits,
        (await worker.search.find({ text: `Syskon ${familyName}` })).hits,
        (await handler.search.find({ text: 'Hemliga' })).hits,
        (await worker.search.find({ text: childNumber(70) })).hits,
        (await worker.search.find({ text: referrals[0]?.reference ?? '' })).hits,
        (await worker.notices.list({})).rows,
        (await handler.notices.list({})).rows,
      ]
      expect(inbox.rows).toHaveLength(3)
      expect(lists.map((list) => list.length)).toEqual([2, 2, 2, 0, 0, 0, 1, 1, 0, 1])
      expect(JSON.stringify(lists)).not.toMatch(/Hemliga|Syskon|Kanarieström/)
    })
  })
})
