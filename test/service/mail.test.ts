import { afterEach, describe, expect, test } from 'vitest'
import { letterOf, letterSettings } from '../../src/mail/letters.ts'
import { openSmtp } from '../../src/mail/smtp.ts'
import { type MailServer, type MailServerOptions, opened, openMailServer } from '../support/mail-server.ts'

const settings = letterSettings('https://handelser.kommun.example', 'Händelser <handelser@kommun.example>')
const letter = letterOf(
  {
    id: '0190aaaa-0000-7000-8000-000000000001',
    kind: 'new_referral',
    referralId: '0190aaaa-0000-7000-8000-000000000002',
    to: 'funktion@kommun.example',
  },
  settings,
)

const running: MailServer[] = []
async function serve(options?: MailServerOptions): Promise<MailServer> {
  const server = await openMailServer(options)
  running.push(server)
  return server
}
afterEach(() => Promise.all(running.splice(0).map((server) => server.kill())))

const mailerTo = (server: MailServer, host = '127.0.0.1', credentials = '') =>
  openSmtp({ url: `smtp://${credentials}${host}:${server.port}`, from: settings.from })

describe('a letter as it leaves', () => {
  test('carries these headers, this text and nothing more', async () => {
    const server = await serve()

    await mailerTo(server).send(letter)

    const [received] = server.letters
    const { headers, text } = opened(received?.raw ?? '')
    const { date, ...fixed } = Object.fromEntries(headers)
    expect(Number.isNaN(Date.parse(date ?? ''))).toBe(false)
    expect(fixed).toEqual({
      from: 'Händelser <handelser@kommun.example>',
      to: 'funktion@kommun.example',
      subject: 'Du har en händelse att läsa',
      'message-id': '<0190aaaa-0000-7000-8000-000000000001@kommun.example>',
      'auto-submitted': 'auto-generated',
      'mime-version': '1.0',
      'content-type': 'text/plain; charset=utf-8',
      'content-transfer-encoding': headers.get('content-transfer-encoding'),
    })
    expect(text.trim()).toBe(letter.text.trim())
    expect(`${received?.raw}${text}${[...headers.values()].join()}`).not.toMatch(/barn|nodemailer/i)
  })

  test('leaves from a machine that calls itself by the mail domain', async () => {
    const server = await serve()

    await mailerTo(server).send(letter)

    expect(server.letters).toMatchObject([
      { greeting: 'kommun.example', from: 'handelser@kommun.example', to: ['funktion@kommun.example'] },
    ])
  })

  test('shows no display name of the mailbox, and goes to one address', async () => {
    const server = await serve()
    const unit = 'Mottagningen barn <funktion@kommun.example>, annan@kommun.example'

    await mailerTo(server)
      .send({ ...letter, to: unit })
      .catch(() => {})

    expect(server.letters.map(({ raw }) => raw).join()).not.toMatch(/barn|annan@/i)
  })
})

describe('what the mail system answers', () => {
  test('becomes its reply code, without its words', async () => {
    const server = await serve({ refuse: (to) => ({ responseCode: 550, message: `no such user ${to}` }) })

    const fault = await mailerTo(server)
      .send(letter)
      .catch((error: unknown) => error)

    expect(fault).toMatchObject({ name: 'MailFault', code: '550', about: 'letter', message: '550' })
    expect(fault).not.toHaveProperty('cause')
  })

  test('nobody there is a fault of the server, not of the letter', async () => {
    const server = await serve()
    await server.kill()

    await expect(mailerTo(server).send(letter)).rejects.toMatchObject({ code: 'ESOCKET', about: 'server' })
  })

  test('a refused sign-in is a fault of the server', async () => {
    const server = await serve({
      smtp: { allowInsecureAuth: true, onAuth: (_auth, _session, answer) => answer(new Error('wrong')) },
    })

    await expect(mailerTo(server, '127.0.0.1', 'user:p%40ss@').send(letter)).rejects.toMatchObject({
      code: '535',
      about: 'server',
    })
  })

  test('a server without STARTTLS gets no letter beyond loopback', async () => {
    const server = await serve({ host: '127.0.0.2' })

    await expect(mailerTo(server, '127.0.0.2').send(letter)).rejects.toMatchObject({ about: 'server' })
    expect(server.letters).toEqual([])
  })

  test('a certificate that nobody vouches for is no encryption', async () => {
    const server = await serve({ host: '127.0.0.2', smtp: { hideSTARTTLS: false } })

    await expect(mailerTo(server, '127.0.0.2').send(letter)).rejects.toMatchObject({ about: 'server' })
    expect(server.letters).toEqual([])
  })
})
