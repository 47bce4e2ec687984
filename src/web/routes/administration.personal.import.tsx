import { IconFileImport } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { importBytes, importFields, textOfFile } from '../../domain/people-import.ts'
import { client } from '../api.ts'
import { ImportPlan } from '../parts/administration/import-plan.tsx'
import { staffKeys } from '../parts/administration/staff.ts'
import { announce } from '../parts/announce.ts'
import { problemOf, sentenceFor } from '../parts/problem.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/language.tsx'

export const Route = createFileRoute('/administration/personal/import')({ component: ImportPage })

/** From a file: first everything that would change, then that and nothing else. */
function ImportPage() {
  const words = useWords()
  const { people } = words
  const { importing } = people
  const queryClient = useQueryClient()
  const [file, setFile] = useState<{ name: string; text: string } | null>(null)
  const [isTooLarge, setIsTooLarge] = useState(false)
  const [isOutdated, setIsOutdated] = useState(false)
  const outcome = useRef<HTMLDivElement>(null)
  const showOutcome = () => setTimeout(() => outcome.current?.focus())

  const preview = useMutation({
    mutationFn: (text: string) => client.peopleImport.preview.mutate({ text }),
    onSuccess: showOutcome,
  })
  const carryOut = useMutation({
    mutationFn: (asked: { text: string; fingerprint: string }) => client.peopleImport.carryOut.mutate(asked),
    async onSuccess() {
      await Promise.all(staffKeys.all.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      preview.reset()
      setFile(null)
      announce(importing.applied)
      showOutcome()
    },
    async onError(error, { text }) {
      const problem = problemOf(error)
      if (problem.kind !== 'refused' || problem.refusal !== 'import-outdated') return
      setIsOutdated(true)
      await preview.mutateAsync(text).catch(() => undefined)
    },
  })

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return
    preview.reset()
    carryOut.reset()
    setIsOutdated(false)
    setIsTooLarge(chosen.size > importBytes)
    if (chosen.size > importBytes) return setFile(null)
    const text = textOfFile(new Uint8Array(await chosen.arrayBuffer()))
    setFile({ name: chosen.name, text })
    preview.mutate(text)
  }
  const failure = preview.error ?? (isOutdated ? null : carryOut.error)
  const { data: plan } = preview
  return (
    <>
      <PageHeader
        tab={importing.tab}
        title={importing.title}
        back={{ to: '/administration/personal', label: importing.back }}
      >
        <p>{importing.lead}</p>
      </PageHeader>
      <div className="stack-l">
        <Section title={importing.file}>
          <p>{importing.limits}</p>
          <label className="button button-secondary button-large import-choose">
            <IconFileImport className="icon" aria-hidden />
            {importing.choose}
            <input
              type="file"
              accept=".csv,text/csv,text/plain"
              className="sr-only"
              onChange={(event) => {
                const [chosen] = event.target.files ?? []
                event.target.value = '' // so that the same file, corrected, can be chosen again
                void choose(chosen)
              }}
            />
          </label>
          <p role="status">{file && importing.chosen(file.name)}</p>
          <Disclosure title={importing.how}>
            <p>{importing.columns}</p>
            <ul className="import-columns">
              {importFields.map((field) => (
                <li key={field}>
                  <code>{field}</code>: {importing.meaning[field]}
                </li>
              ))}
            </ul>
            <p>{importing.rest}</p>
          </Disclosure>
        </Section>
        <div ref={outcome} tabIndex={-1} className="stack-l">
          {isTooLarge && (
            <Alert tone="danger" isUrgent>
              {importing.tooLarge}
            </Alert>
          )}
          {isOutdated && (
            <Alert tone="warn" isUrgent>
              {importing.outdated}
            </Alert>
          )}
          {failure && (
            <Alert tone="danger" isUrgent>
              {sentenceFor(problemOf(failure), words)}
            </Alert>
          )}
          {carryOut.isSuccess && !plan && <Alert tone="success">{importing.applied}</Alert>}
          {plan && <ImportPlan plan={plan} />}
          {plan?.fingerprint && file && plan.people.length > 0 && (
            <div className="actions">
              <Button
                look="primary"
                size="large"
                isPending={carryOut.isPending}
                onPress={() => {
                  setIsOutdated(false)
                  carryOut.mutate({ text: file.text, fingerprint: plan.fingerprint ?? '' })
                }}
              >
                {importing.apply}
              </Button>
            </div>
          )}
        </div>
      </div>
    </>
  )
}
