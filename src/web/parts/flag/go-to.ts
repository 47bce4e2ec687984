import type { MouseEvent } from 'react'
import { fieldId } from '../field-id.ts'

const canTakeInput = 'input, select, textarea, button, [tabindex]'

/** Leads to a field on the page: its first input takes focus, in the middle of the screen. */
export function goToField(name: string) {
  const field = document.getElementById(fieldId(name))
  const input = field?.matches(canTakeInput) ? field : field?.querySelector<HTMLElement>(canTakeInput)
  input?.focus()
  ;(field?.closest('.field') ?? field)?.scrollIntoView({ block: 'center' })
}

/** The attributes of a link to a field. */
export function linkToField(name: string) {
  return {
    href: `#${fieldId(name)}`,
    onClick(event: MouseEvent) {
      event.preventDefault()
      goToField(name)
    },
  }
}
