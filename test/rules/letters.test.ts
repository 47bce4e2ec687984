import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noticeKinds } from '../../src/domain/notices.ts'
import { letterOf, letterSettings } from '../../src/mail/letters.ts'

const settings = letterSettings('https://handelser.kommun.example', 'Händelser <handelser@kommun.example>')

/** A row as the outbox could ever hold it, with everything that must not travel added to it. */
const aRow = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...noticeKinds),
  referralId: fc.uuid(),
  to: fc.emailAddress(),
  reference: fc.constant('BL-2026-000123'),
  childName: fc.string({ minLength: 5 }),
  unitName: fc.constant('Mottagningen barn och unga'),
  attempt: fc.nat(),
})

describe('a letter', () => {
  test('is the fixed words, its ids and nothing else, whatever the row holds', () => {
    fc.assert(
      fc.property(aRow, (row) => {
        const { subject, text, messageId, to, ...rest } = letterOf(row, settings)

        expect(rest).toEqual({})
        expect(to).toBe(row.to)
        expect(messageId).toBe(`<${row.id}@kommun.example>`)
        expect(subject).toBe('Du har en händelse att läsa')
        expect(text.replace(`https://handelser.kommun.example/n/${row.referralId}`, '[länk]')).toBe(
          'Hej!\n\nDu har en händelse att läsa. Logga in för att läsa den:\n\n[länk]\n\n' +
            'Brevet säger med avsikt inget om vad det gäller. Det går inte att svara på.\n',
        )
      }),
    )
  })

  test.each(noticeKinds)('of kind %s reads like every other kind', (kind) => {
    const row = { id: '0190aaaa-0000-7000-8000-000000000001', referralId: 'r', to: 'a@b.example' }

    expect(letterOf({ ...row, kind }, settings)).toEqual(letterOf({ ...row, kind: 'new_referral' }, settings))
  })

  test('never says what the service is about', () => {
    fc.assert(
      fc.property(aRow, (row) => {
        const { subject, text, messageId } = letterOf(row, settings)
        expect(`${subject}\n${text}\n${messageId}`).not.toMatch(/barn|child|oro|anm[äa]l|missbruk|utred|socialtj|BL-/i)
      }),
    )
  })

  test('has the same id each time it is written', () => {
    const row = {
      id: '0190aaaa-0000-7000-8000-000000000001',
      kind: 'received',
      referralId: 'r',
      to: 'a@b.example',
    } as const

    expect(letterOf(row, settings).messageId).toBe(letterOf({ ...row, to: 'moved@b.example' }, settings).messageId)
  })
})

describe('what letters show of the settings', () => {
  test.each([
    ['BASE_URL', 'https://barnlanken.kommun.example', 'handelser@kommun.example'],
    ['BASE_URL', 'https://kommun.example/Barn', 'handelser@kommun.example'],
    ['MAIL_FROM', 'https://kommun.example', 'Barnlänken <handelser@kommun.example>'],
    ['MAIL_FROM', 'https://kommun.example', 'Händelser <orosanmalan@kommun.example>'],
    ['MAIL_FROM', 'https://kommun.example', 'Händelser <handelser@barn.kommun.example>'],
    ['MAIL_FROM', 'https://kommun.example', 'Händelser'],
  ])('%s is refused by name when it tells too much or is no address: %s, %s', (setting, baseUrl, from) => {
    expect(() => letterSettings(baseUrl, from)).toThrow(new RegExp(`^${setting}:`))
  })

  test('a closing slash does not become two', () => {
    expect(letterSettings('https://kommun.example/', 'a@kommun.example').baseUrl).toBe('https://kommun.example')
  })
})
