import { expect, test } from 'vitest'
import { adultNumber, childNumber } from '../support/flags.ts'
import { assess, declineInquiry, walk } from '../support/journeys.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { onBothDatabases, type Service } from '../support/service.ts'

const spoken = aConcern(
  [
    aConcernedChild({
      givenName: 'Åsa-Märta',
      familyName: 'O’Brien Núñez',
      identityNumber: childNumber(60),
      school: 'Lindskolan',
      childWords: 'rädslan',
      guardians: { clientIsGuardian: 'yes', otherGuardian: 'Torbjörn' },
    }),
  ],
  {
    client: {
      name: 'Karin Öberg',
      identityNumber: adultNumber(40),
      protection: 'none',
      phone: '0701112233',
      contactNote: 'Trapphuset',
    },
    texts: { observed: 'Kokainet låg framme', told: 'Grannarna', assessment: 'Vanvårdad', since: 'Midsommar' },
    network: 'Farmor Ingegerd',
  },
)

async function find(service: Service, text: string, person: 'worker' | 'handler' = 'worker'): Promise<string[]> {
  const { hits } = await (await service.as(person)).search.find({ text })
  return hits.map(({ reference }) => reference)
}

onBothDatabases((service) => {
  test('the child’s name and the client’s are found, in any case and order, and by any of their parts', async () => {
    const reference = await oneSent(service, spoken)
    for (const text of [
      'åsa',
      'MÄRTA',
      'Åsa-Märta',
      'nunez',
      'O’Brien',
      "o'brien",
      'Núñez Åsa',
      'karin öberg',
      'Öberg',
    ]) {
      expect([text, await find(service, text)]).toEqual([text, [reference]])
    }
  })

  test('every part must be there: a name that is half another’s finds nobody', async () => {
    await oneSent(service, spoken)
    for (const text of ['Åsa Öbergh', 'asa', 'Obrie', 'Karin Svensson', 'mär']) {
      expect([text, await find(service, text)]).toEqual([text, []])
    }
  })

  test('an identity number is found however it is written, and only whole', async () => {
    const reference = await oneSent(service, spoken)
    const number = childNumber(60)
    const short = `${number.slice(2, 8)}-${number.slice(8)}`
    for (const text of [number, short, `${number.slice(0, 8)}-${number.slice(8)}`, ` ${number} `, adultNumber(40)]) {
      expect([text, await find(service, text)]).toEqual([text, [reference]])
    }
    for (const text of [number.slice(0, 8), number.slice(8), childNumber(61)]) {
      expect([text, await find(service, text)]).toEqual([text, []])
    }
  })

  test('a reference is found in any case, and nothing beside it', async () => {
    const reference = await oneSent(service, spoken)
    await oneSent(service, spoken)
    expect(await find(service, reference)).toEqual([reference])
    expect(await find(service, ` ${reference.toLowerCase()} `)).toEqual([reference])
    expect(await find(service, 'BL-2026')).toEqual([])
    expect(await find(service, reference.slice(0, -1))).toEqual([])
  })

  test('no word of a text is found, on either side (förordning 2001:637 15 §)', async () => {
    const reference = await oneSent(service, spoken)
    await walk(await service.as('worker'), reference, [assess, declineInquiry])
    const handler = await service.as('handler')
    await handler.flags.supplement({ reference, key: crypto.randomUUID(), text: 'Tillägget' })
    const words = [
      'Kokainet',
      'Grannarna',
      'Vanvårdad',
      'Midsommar',
      'Ingegerd',
      'Farmor',
      'Lindskolan',
      'rädslan',
      'Torbjörn',
      'Trapphuset',
      '0701112233',
      'Tillägget',
      'zqbarnenhet',
      'Beroendeenheten',
      'violence',
      'no_inquiry',
      '%',
      '*',
      "' or 1=1 --",
    ]
    for (const text of words) {
      expect([text, await find(service, text), await find(service, text, 'handler')]).toEqual([text, [], []])
    }
  })

  test('the same name has another term in each unit, and none that is stored can be read', async () => {
    await oneSent(service, spoken)
    const terms = await service.sql<{ term: string; units: number }>(
      `select term, count(distinct unit_id)::int as units from search_terms group by term`,
    )
    expect(terms.length).toBeGreaterThan(8)
    expect(terms.filter(({ units }) => units > 1)).toEqual([])
  })

  test('the newest come first, fifty at the most, and it says that there are more', async () => {
    const handler = await service.as('handler')
    const children = Array.from({ length: 11 }, (_, n) =>
      aConcernedChild({ id: `0198c0de-0000-7000-8000-0000000001${n + 10}`, identityNumber: childNumber(60 + n) }),
    )
    const sent: string[] = []
    for (let n = 0; n < 5; n++) {
      service.now = service.now.add({ minutes: 1 })
      const { referrals } = await handler.flags.send({
        key: crypto.randomUUID(),
        draftId: null,
        flag: aConcern(children),
      })
      sent.push(...referrals.map(({ reference }) => reference))
    }
    const { hits, more } = await (await service.as('worker')).search.find({ text: 'Nyström' })
    expect(more).toBe(true)
    expect(hits).toHaveLength(50)
    expect(hits.map(({ reference }) => reference)).toEqual(sent.toReversed().slice(0, 50))
  })
})
