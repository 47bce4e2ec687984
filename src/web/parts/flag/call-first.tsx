import { IconPhone } from '@tabler/icons-react'
import { pathTo } from '../../../domain/flag/fields.ts'
import { acuteSigns } from '../../../domain/flag/tracks.ts'
import { useWords } from '../../words/language.tsx'
import type { Callable } from './answers.ts'
import { linkToField } from './go-to.ts'
import { telephone } from './telephone.ts'
import { useFlag } from './use-flag.ts'

/** Signs that cannot wait for writing: the numbers to call, at once and in sight for as long as the signs stand. */
export function CallFirst() {
  const { asked, children, today, unit, units } = useFlag()
  const { callFirst } = useWords().flag.form
  const { reasons } = useWords().flag.questions
  const signs = children.flatMap((child, place) =>
    acuteSigns(asked, child, today).map(({ code, field }) => ({ code, path: pathTo(field, place) })),
  )
  const once = signs.filter(({ code }, i) => signs.findIndex((sign) => sign.code === code) === i)
  const { concernReceiver, outOfHours, isOpen = true } = unit ?? units[0] ?? {}
  const numbers = [
    { when: callFirst.day, who: concernReceiver },
    { when: callFirst.outOfHours, who: outOfHours },
  ]
  // Who answers now stands first.
  const inOrder = isOpen ? numbers : numbers.toReversed()
  if (once.length === 0) return null
  return (
    <div className="call-first">
      <div role="alert">
        <p className="call-first-title">
          <IconPhone className="icon" aria-hidden />
          {callFirst.title}
        </p>
        <ul className="call-first-numbers">
          {inOrder.map(({ when, who }) => who && <PhoneNumber key={when} when={when} who={who} />)}
          <li className="call-first-danger">{callFirst.danger}</li>
        </ul>
      </div>
      <p className="call-first-because">
        {callFirst.because}{' '}
        {once.map(({ code, path }, i) => (
          <span key={code}>
            {i > 0 && ' · '}
            <a {...linkToField(path)}>{reasons[code]}</a>
          </span>
        ))}
      </p>
    </div>
  )
}

function PhoneNumber({ when, who }: { when: string; who: Callable }) {
  return (
    <li>
      <span className="call-first-when">
        {when}: {who.name}
      </span>
      <a className="call-first-phone" href={telephone(who.phone)}>
        {who.phone}
      </a>
    </li>
  )
}
