import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import type { RoleMapping as Mapping } from '../../domain/provider-roles.ts'
import { client, trpc } from '../api.ts'
import { ProviderForm, type Settings } from '../parts/sign-in/provider-form.tsx'
import { RoleMapping } from '../parts/sign-in/role-mapping.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/language.tsx'

export const Route = createFileRoute('/administration/inloggning')({ component: IdentityProviderPage })

interface Kept {
  settings: Settings | null
  mapping: Mapping[]
  units: { id: string; name: string }[]
}

function IdentityProviderPage() {
  const { identityProvider: said } = useWords()
  const queryClient = useQueryClient()
  const queryKey = trpc.identityProvider.get.queryKey()
  const { data, error } = useQuery({
    queryKey,
    queryFn: async (): Promise<Kept> => {
      const { settings, ...rest } = await client.identityProvider.get.query()
      if (!settings) return { settings, ...rest }
      const { municipalityCode: _, ...kept } = settings
      return { settings: kept, ...rest }
    },
    refetchOnWindowFocus: false, // what is half-written stays
  })
  if (error && !data) throw error
  const onSaved = () => queryClient.invalidateQueries({ queryKey })
  return (
    <div className="page-narrow">
      <PageHeader tab={said.tab} title={said.title}>
        <p>{said.lead}</p>
      </PageHeader>
      {!data && <Skeleton lines={8} />}
      {data && (
        <div className="stack">
          <Section title={said.settings}>
            <ProviderForm settings={data.settings} onSaved={onSaved} />
          </Section>
          <Section title={said.mapping.title}>
            {data.settings ? (
              <RoleMapping mapping={data.mapping} units={data.units} onSaved={onSaved} />
            ) : (
              <p className="muted">{said.mapping.first}</p>
            )}
          </Section>
        </div>
      )}
    </div>
  )
}
