import { createFileRoute, notFound, redirect } from '@tanstack/react-router'
import { client } from '../api.ts'
import { problemOf } from '../parts/problem.ts'

interface Target {
  side: 'receiver' | 'sender'
  reference: string
}

async function targetOf(referralId: string): Promise<Target> {
  try {
    return await client.notices.target.query({ referralId })
  } catch (error) {
    const problem = problemOf(error)
    const isLost = problem.kind === 'invalid' || (problem.kind === 'refused' && problem.refusal === 'not-found')
    throw isLost ? notFound() : error
  }
}

/** Where a letter's link leads. The letter says nothing of what it is about, so neither does its address. */
export const Route = createFileRoute('/n/$referralId')({
  async beforeLoad({ params }) {
    const { side, reference } = await targetOf(params.referralId)
    throw redirect({ href: `/${side === 'receiver' ? 'orosanmalan' : 'mina-flaggor'}/${reference}`, replace: true })
  },
})
