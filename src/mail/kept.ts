import type { Letter, Mailer } from './mailer.ts'

export interface KeptLetter extends Letter {
  keptAt: string
}

/** Where no mail server is set: letters are kept in memory and shown, so that the demo can be followed to its end. */
export interface KeptMail extends Mailer {
  letters(): readonly KeptLetter[]
}

const most = 200

export function openKeptMail(clock: () => { toString(): string }): KeptMail {
  const kept: KeptLetter[] = []
  return {
    async send(letter) {
      if (kept.some(({ messageId }) => messageId === letter.messageId)) return
      kept.unshift({ ...letter, keptAt: clock().toString() })
      kept.length = Math.min(kept.length, most)
    },
    letters: () => kept,
  }
}
