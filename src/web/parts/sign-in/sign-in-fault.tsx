import { useQuery } from '@tanstack/react-query'
import { client, trpc } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { useFormat, useWords } from '../../words/language.tsx'
import type { Words } from '../../words/sv.ts'

type FaultCode = keyof Words['signIns']['faults']

/** Those that somebody at the municipality can do something about. */
const forSomebody: readonly FaultCode[] = [
  'provider-lying',
  'wrong-settings',
  'unknown-person',
  'person-bound-to-another',
  'deactivated',
  'acr-too-low',
  'no-roles',
  'roles-not-told',
]

/** Why nobody was signed in, and whom to ask. A code that is none says nothing. */
export function SignInFault({ code, municipality }: { code: string; municipality: string | undefined }) {
  const { faults } = useWords().signIns
  const isKnown = (one: string): one is FaultCode => Object.hasOwn(faults, one)
  if (!isKnown(code)) return null
  const { title, text } = faults[code]
  return (
    <Alert tone="warn" title={title} isUrgent>
      <p>{text}</p>
      {municipality && forSomebody.includes(code) && <WhomToAsk municipality={municipality} />}
    </Alert>
  )
}

interface Contact {
  municipality: string
  text: string | null
  administrators: string[]
}

function WhomToAsk({ municipality }: { municipality: string }) {
  const { signIns } = useWords()
  const format = useFormat()
  const { data } = useQuery({
    queryKey: trpc.session.contact.queryKey({ municipality }),
    queryFn: (): Promise<Contact> => client.session.contact.query({ municipality }),
    retry: false,
  })
  if (!data) return null
  const { text, administrators } = data
  const named =
    administrators.length > 0
      ? signIns.administrators(format.list(administrators), data.municipality)
      : signIns.noContact(data.municipality)
  return (
    <p>
      <strong>{signIns.whomToAsk}</strong> {text ?? named}
    </p>
  )
}
