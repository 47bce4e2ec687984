import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface ReceivedLetter {
  /** Everything that came after DATA. */
  raw: string
  from: string
  to: string[]
  /** How the sender's machine called itself. */
  greeting: string
}

export interface MailServer {
  port: number
  letters: ReceivedLetter[]
  /** Drops every connection and stops listening, as a killed process does. */
  kill(): Promise<void>
}

export interface MailServerOptions {
  port?: number
  host?: string
  /** An answer instead of taking the letter. */
  refuse?(to: string): { responseCode: number; message: string } | null
  /** Keeps the letter that makes it this many, and dies before saying so. */
  diesAt?: number
  smtp?: SMTPServerOptions
}

/** A real SMTP server on loopback. */
export function openMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { port = 0, host = '127.0.0.1', refuse, diesAt, smtp } = options
  const letters: ReceivedLetter[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    ...smtp,
    onRcptTo({ address }, _session, answer) {
      const refusal = refuse?.(address)
      answer(refusal ? Object.assign(new Error(refusal.message), refusal) : null)
    },
    onData(stream, { envelope, hostNameAppearsAs }, answer) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        letters.push({
          raw: Buffer.concat(chunks).toString('utf8'),
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          greeting: hostNameAppearsAs,
        })
        if (letters.length === diesAt) void kill()
        else answer(null)
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })

  function kill(): Promise<void> {
    return new Promise((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.server.close(() => resolve())
    })
  }

  return new Promise((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      resolve({ port: bound, letters, kill })
    })
  })
}

/** The letter as a person's mail program shows it: encoded words and quoted-printable opened. */
export function opened(raw: string): { headers: Map<string, string>; text: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':')
    headers.set(line.slice(0, colon).toLowerCase(), openedWords(line.slice(colon + 1).trim()))
  }
  const text = body.join('\r\n\r\n').replaceAll('\r\n', '\n')
  const encoding = headers.get('content-transfer-encoding')
  if (encoding === 'base64') return { headers, text: Buffer.from(text, 'base64').toString('utf8') }
  return { headers, text: encoding === 'quoted-printable' ? openedQuoted(text.replace(/=\n/g, '')) : text }
}

function openedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : openedQuoted(word.replaceAll('_', ' ')),
    )
}

function openedQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
