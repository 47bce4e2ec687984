import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { District, RoutingRule } from '../../domain/routing.ts'
import { client, trpc } from '../api.ts'
import { announce } from '../parts/announce.ts'
import type { RoutableUnit } from '../parts/organisation/answers.ts'
import { DistrictList } from '../parts/organisation/district-list.tsx'
import { RuleDialog } from '../parts/organisation/rule-dialog.tsx'
import { RuleList } from '../parts/organisation/rule-list.tsx'
import { ruleSentence } from '../parts/organisation/rule-sentence.ts'
import { TryPanel } from '../parts/organisation/try-panel.tsx'
import { useSubmit } from '../parts/organisation/use-submit.ts'
import { sentenceFor } from '../parts/problem.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/language.tsx'

export const Route = createFileRoute('/administration/vagar')({ component: RoutingPage })

interface Kept {
  version: number
  districts: readonly District[]
  rules: readonly RoutingRule[]
  units: readonly RoutableUnit[]
  today: string
}

/** Who receives what: the rules, the districts they speak of, and a place to try them. */
function RoutingPage() {
  const { routing } = useWords().organisation
  const { data, error } = useQuery(trpc.routing.get.queryOptions())
  if (error && !data) throw error
  return (
    <>
      <PageHeader tab={routing.tab} title={routing.title}>
        <p>{routing.lead}</p>
      </PageHeader>
      {data ? <Rules key={data.version} kept={data} /> : <Skeleton lines={8} />}
    </>
  )
}

function Rules({ kept }: { kept: Kept }) {
  const words = useWords()
  const { routing } = words.organisation
  const queryClient = useQueryClient()
  const [rules, setRules] = useState(kept.rules)
  const [districts, setDistricts] = useState(kept.districts)
  const [isAdding, setIsAdding] = useState(false)
  const isChanged = rules !== kept.rules || districts !== kept.districts
  const form = useSubmit(() => {
    announce(routing.saved)
    queryClient.invalidateQueries({ queryKey: trpc.routing.pathKey() })
  })
  const save = () => client.routing.save.mutate({ version: kept.version, districts: [...districts], rules: [...rules] })
  const add = (rule: RoutingRule) => {
    setRules([...rules, rule])
    setIsAdding(false)
    announce(routing.added)
  }
  const known = { units: kept.units, districts }
  return (
    <div className="page-split">
      <div className="stack">
        <Section
          title={routing.rules}
          actions={
            <Button icon={IconPlus} onPress={() => setIsAdding(true)}>
              {routing.add}
            </Button>
          }
        >
          {rules.length === 0 && <p className="muted">{routing.noRules}</p>}
          <RuleList rules={rules} sentenceOf={(rule) => ruleSentence(rule, known, words)} onChange={setRules} />
          <p>{routing.fallback}</p>
          <p>{routing.hour}</p>
        </Section>
        <DistrictList districts={districts} onChange={setDistricts} />
        {form.problem && (
          <Alert tone="danger" isUrgent>
            {sentenceFor(form.problem, words)}
          </Alert>
        )}
        {form.mistakes.map(({ name, text }) => (
          <Alert key={name} tone="danger" isUrgent>
            {text}
          </Alert>
        ))}
        <div className="actions">
          <Button look="primary" onPress={() => form.submit(save)} isPending={form.isPending} isDisabled={!isChanged}>
            {routing.save}
          </Button>
          <p role="status" className="muted">
            {isChanged && routing.unsaved}
          </p>
        </div>
      </div>
      <TryPanel units={kept.units} districts={districts} rules={rules} today={kept.today} />
      {isAdding && (
        <RuleDialog units={kept.units} districts={districts} onAdd={add} onClose={() => setIsAdding(false)} />
      )}
    </div>
  )
}
