import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { RoutingRule } from '../../../domain/routing.ts'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/language.tsx'
import { announce } from '../announce.ts'

interface RuleListProps {
  rules: readonly RoutingRule[]
  sentenceOf: (rule: RoutingRule) => string
  onChange: (rules: RoutingRule[]) => void
}

/** The rules in the order in which they decide; moved and removed with buttons, so that a keyboard does it too. */
export function RuleList({ rules, sentenceOf, onChange }: RuleListProps) {
  const { routing } = useWords().organisation
  const move = (place: number, by: -1 | 1) => {
    const moved = rules[place]
    if (!moved) return
    onChange(rules.toSpliced(place, 1).toSpliced(place + by, 0, moved))
    announce(routing.moved(place + by + 1))
  }
  const remove = (place: number) => {
    onChange(rules.toSpliced(place, 1))
    announce(routing.removed)
  }
  return (
    <ol className="rule-list">
      {rules.map((rule, place) => {
        const sentence = sentenceOf(rule)
        return (
          <li key={rule.id} className="rule">
            <span>
              {place + 1}. {sentence}
            </span>
            <span className="actions">
              <Button
                size="small"
                icon={IconArrowUp}
                label={routing.up(sentence)}
                isDisabled={place === 0}
                onPress={() => move(place, -1)}
              />
              <Button
                size="small"
                icon={IconArrowDown}
                label={routing.down(sentence)}
                isDisabled={place === rules.length - 1}
                onPress={() => move(place, 1)}
              />
              <Button size="small" icon={IconTrash} label={routing.remove(sentence)} onPress={() => remove(place)} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
