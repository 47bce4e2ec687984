import type { NoticeKind } from '../domain/notices.ts'
import type { Letter } from './mailer.ts'

/** A letter that waits, as far as its words could depend on it. */
export interface WaitingLetter {
  id: string
  kind: NoticeKind
  referralId: string
  to: string
}

/** The two settings that every letter shows its reader. */
export interface LetterSettings {
  /** Where people sign in, without a trailing slash. */
  baseUrl: string
  /** The sender: `Händelser <handelser@kommun.example>`. */
  from: string
}

const subject = 'Du har en händelse att läsa'

const textWith = (link: string) => `Hej!

Du har en händelse att läsa. Logga in för att läsa den:

${link}

Brevet säger med avsikt inget om vad det gäller. Det går inte att svara på.
`

/**
 * Every kind of letter reads the same: that something has happened and where to sign in (DOMAIN §7). A difference in
 * subject or length would tell the kind of case to anyone who sees the inbox.
 */
export function letterOf({ id, referralId, to }: WaitingLetter, { baseUrl, from }: LetterSettings): Letter {
  return {
    messageId: `<${id}@${mailDomainOf(from)}>`,
    to,
    subject,
    text: textWith(`${baseUrl}/n/${referralId}`),
  }
}

/** `kommun.example` of `Händelser <handelser@kommun.example>`. Refuses an address without one, naming the setting. */
export function mailDomainOf(from: string): string {
  const domain = /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1]
  if (!domain) throw new Error('MAIL_FROM: an address is needed, such as handelser@kommun.example.')
  return domain
}

/** The trade's words that an inbox, a preview or a mail log must not show; the product's own name holds one. */
const telling = /barn|child|orosanm|missbruk/i

/**
 * The settings as letters may carry them. Refuses, naming the setting, an address or sender's name that tells what
 * the mail is about: the reader's inbox, colleagues and mail servers all see it.
 */
export function letterSettings(baseUrl: string, from: string): LetterSettings {
  if (telling.test(baseUrl)) throw new Error('BASE_URL: letters show it, so it may not tell what the service is about.')
  if (telling.test(from)) throw new Error('MAIL_FROM: the sender may not tell what the mail is about.')
  mailDomainOf(from)
  return { baseUrl: baseUrl.replace(/\/+$/, ''), from }
}
