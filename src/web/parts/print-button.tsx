import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Button, type ButtonProps } from '../ui/button.tsx'
import { useLanguage } from '../words/language.tsx'
import { announce } from './announce.ts'
import { problemOf, sentenceFor } from './problem.ts'

interface PrintButtonProps extends Pick<ButtonProps, 'look'> {
  /** Has the print logged. Until it has been, nothing is printed. */
  log: () => Promise<unknown>
}

/**
 * Prints what is about a person, and has it logged first. The browser's own command cannot be held back: it is logged
 * as it happens, and what it prints was logged when it was read.
 */
export function PrintButton({ log, look }: PrintButtonProps) {
  const { words } = useLanguage()
  const [isPending, setIsPending] = useState(false)
  const isLogged = useRef(false)

  useEffect(() => {
    const note = () => {
      if (!isLogged.current) log().catch(() => undefined) // the paper is on its way whatever the answer
    }
    addEventListener('beforeprint', note)
    return () => removeEventListener('beforeprint', note)
  }, [log])

  const onPress = async () => {
    setIsPending(true)
    try {
      await log()
      isLogged.current = true
      print()
    } catch (error) {
      announce(sentenceFor(problemOf(error), words))
    } finally {
      isLogged.current = false
      setIsPending(false)
    }
  }
  return (
    <Button look={look} icon={IconPrinter} onPress={onPress} isPending={isPending}>
      {words.common.print}
    </Button>
  )
}
