import { createTransport } from 'nodemailer'
import { mailDomainOf } from './letters.ts'
import { type Mailer, MailFault } from './mailer.ts'

export interface SmtpOptions {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://host:465` (TLS from the start). */
  url: string
  from: string
}

/** Milliseconds that each stage of the conversation may take. A round of letters waits no longer on a silent server. */
const patience = 10_000

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Faults of the connection, the encryption or the sign-in: every letter would meet the same. */
const serverFaults = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EPROTOCOL', 'EAUTH', 'ENOAUTH'])

/**
 * Sends through an SMTP server, one connection per letter, so that nothing outlives a request on Workers.
 * Promises that no letter and no password crosses a network in clear: without STARTTLS the letter is not sent, other
 * than on loopback, where encryption is not attempted.
 */
export function openSmtp({ url, from }: SmtpOptions): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const local = loopback.has(hostname)
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: local,
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
    // The greeting lands in the letter's Received header, and a machine's own name can tell what it serves.
    name: mailDomainOf(from),
    allowInternalNetworkInterfaces: local,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return {
    async send({ messageId, to, subject, text }) {
      try {
        await transport.sendMail({
          messageId,
          from,
          // An address alone: a mailbox's display name would tell the unit.
          to: { name: '', address: to },
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
      } catch (error) {
        throw faultOf(error)
      }
    },
  }
}

function faultOf(error: unknown): MailFault {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
  const reply = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  return new MailFault(reply > 0 ? String(reply) : code, serverFaults.has(code) ? 'server' : 'letter')
}
