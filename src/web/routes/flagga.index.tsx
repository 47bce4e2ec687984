import { createFileRoute, redirect } from '@tanstack/react-router'

/** A new flag has its draft's id from the first moment: reloading, or coming back, leads to the same draft. */
export const Route = createFileRoute('/flagga/')({
  beforeLoad({ preload }) {
    if (preload) return
    throw redirect({
      to: '/flagga/$draftId',
      params: { draftId: crypto.randomUUID() },
      state: { isNewDraft: true },
      replace: true,
    })
  },
})
