/** What leaves the building: that something has happened and where to sign in. Nothing about anybody (DOMAIN §7). */
export interface Letter {
  /** Fixed for the event and recipient, so that a mail system may recognise a repeat. */
  messageId: string
  to: string
  subject: string
  text: string
}

/** The mail system did not take a letter. A code alone: what a server answers may quote an address. */
export class MailFault extends Error {
  /** An SMTP reply code (`550`) or the connection's own (`ETIMEDOUT`). */
  readonly code: string
  /** `server`: no letter would have gone through just now. */
  readonly about: 'letter' | 'server'

  constructor(code: string, about: 'letter' | 'server') {
    super(code)
    this.name = 'MailFault'
    this.code = code
    this.about = about
  }
}

export interface Mailer {
  /** Resolves when the mail system has taken the letter. Throws MailFault when it has not. */
  send(letter: Letter): Promise<void>
}
