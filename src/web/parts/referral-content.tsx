import { IconPhoneOff, IconShieldLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Question } from '../../domain/flag/fields.ts'
import type { ReferralContent as Content } from '../../domain/flag/referral-content.ts'
import { formatted } from '../../domain/identity-number.ts'
import { isProtected } from '../../domain/person.ts'
import { careCosts } from '../../domain/young-carer.ts'
import { Section } from '../ui/section.tsx'
import { Status } from '../ui/status.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { useLanguage } from '../words/language.tsx'
import { YoungCarerProfile } from './young-carer-profile.tsx'

interface ReferralContentProps {
  content: Content
  /** Who reads it: those who wrote it, or the child unit. */
  side: 'sender' | 'receiver'
}

type Fact = readonly [question: Question, detail: ReactNode]

/** What the adult unit wrote, in sections to be read. Only what was answered is shown. */
export function ReferralContent({ content, side }: ReferralContentProps) {
  const { words, format } = useLanguage()
  const { choices, content: said } = words.flag
  const { child, client, safety, everyday, openness, texts, network } = content
  const answer = (given?: 'yes' | 'no' | 'unknown') => given && choices.answers[given]
  const day = (given?: string) => given && format.day(given)
  const number = (given: string | null | undefined) => given && <span className="number">{formatted(given)}</span>
  const ticked = (given?: boolean) => given && words.common.yes
  const carer = child.youngCarer
  const costs = careCosts.filter((cost) => carer?.costs?.includes(cost)).map((cost) => choices.costs[cost])

  return (
    <div className="content">
      {(isProtected(content.protection) || client.doNotCallHome) && (
        <div className="chips">
          {isProtected(content.protection) && (
            <Status tone="warn" icon={IconShieldLock}>
              {said.protected(choices.protection[content.protection])}
            </Status>
          )}
          {client.doNotCallHome && (
            <Status tone="warn" icon={IconPhoneOff}>
              {said.callFirst}
            </Status>
          )}
        </div>
      )}
      <Texts texts={texts} title={said.texts[side]} />
      <Facts
        title={said.safety}
        facts={[
          ['safety.riskNow', answer(safety.riskNow)],
          ['safety.violence', answer(safety.violence)],
          ['safety.afraidOfSomeone', answer(safety.afraidOfSomeone)],
          ['safety.selfHarmOrHarmTalk', answer(safety.selfHarmOrHarmTalk)],
          ['safety.incapacity', choices.incapacities[safety.incapacity]],
          ['safety.ongoingSubstanceMisuse', answer(safety.ongoingSubstanceMisuse)],
          ['safety.dangerWithinReach', answer(safety.dangerWithinReach)],
          ['child.whereabouts.withWhom', child.whereabouts?.withWhom && choices.companions[child.whereabouts.withWhom]],
          ['child.whereabouts.where', child.whereabouts?.where],
        ]}
      />
      <Facts
        title={said.child}
        facts={[
          ['child.known', child.known !== 'known' && choices.known[child.known]],
          ['child.givenName', child.givenName],
          ['child.familyName', child.familyName],
          ['child.identityNumber', number(child.identityNumber)],
          ['child.identityMissing', child.identityMissing && choices.identityMissing[child.identityMissing]],
          ['child.birthDate', day(child.birthDate)],
          ['child.ageGuess', child.ageGuess !== undefined && said.yearsGuessed(child.ageGuess)],
          ['child.expectedOn', day(child.expectedOn)],
          ['child.protection', isProtected(child.protection) && choices.protection[child.protection]],
          ['child.relation', choices.relations[child.relation]],
          ['child.livesWith', child.livesWith && choices.homes[child.livesWith]],
          ['child.guardians.clientIsGuardian', answer(child.guardians?.clientIsGuardian)],
          ['child.guardians.otherGuardian', child.guardians?.otherGuardian],
          ['child.school', child.school],
          ['child.concern', answer(child.concern)],
          ['child.needOfSupport', answer(child.needOfSupport)],
          ['child.weakerTrackReason', child.weakerTrackReason],
        ]}
      />
      {carer && (
        <Facts
          title={said.carer}
          lead={carer.areas && Object.keys(carer.areas).length > 0 && <YoungCarerProfile answers={carer} />}
          facts={[
            ['child.youngCarer.costs', costs.length > 0 && costs.join(', ')],
            ['child.youngCarer.adultToTurnTo', answer(carer.adultToTurnTo)],
            ['child.youngCarer.planIfWorse', answer(carer.planIfWorse)],
          ]}
        />
      )}
      <Facts
        title={said.around}
        facts={[
          ['everyday.schoolAbsence', answer(everyday?.schoolAbsence)],
          ['everyday.evictionRisk', answer(everyday?.evictionRisk)],
          ['everyday.lacksBasics', answer(everyday?.lacksBasics)],
          ['everyday.worksWell', everyday?.worksWell],
          ['network', network],
        ]}
      />
      <Facts
        title={said.openness}
        facts={[
          ['openness.parentInformed', answer(openness?.parentInformed)],
          ['openness.whyNot', openness?.whyNot],
          ['child.childInformed', answer(child.childInformed)],
          ['child.childWords', child.childWords],
          ['openness.basis.kind', openness?.basis?.kind && choices.grounds[openness.basis.kind]],
          ['openness.basis.note', openness?.basis?.note],
          ['openness.basis.consentScope', openness?.basis?.consentScope],
          ['openness.basis.consentUntil', day(openness?.basis?.consentUntil)],
          ['openness.meetingWilling', ticked(openness?.meetingWilling)],
          ['openness.feedbackWanted', ticked(openness?.feedbackWanted)],
        ]}
      />
      <Facts
        title={said.client}
        facts={[
          ['client.name', client.name],
          ['client.identityNumber', number(client.identityNumber)],
          ['client.identityMissing', client.identityMissing && choices.identityMissing[client.identityMissing]],
          ['client.protection', isProtected(client.protection) && choices.protection[client.protection]],
          ['client.phone', client.phone],
          ['client.contactNote', client.contactNote],
          [
            'client.interpreterNeeded',
            client.interpreterNeeded && (client.language ? said.interpreter(client.language) : said.needed),
          ],
        ]}
      />
    </div>
  )
}

function Facts({ title, facts, lead }: { title: string; facts: readonly Fact[]; lead?: ReactNode }) {
  const { short } = useLanguage().words.flag.questions
  const given = facts.filter(([, detail]) => detail)
  if (given.length === 0 && !lead) return null
  return (
    <Section title={title} level={3} look="plain">
      {lead}
      {given.length > 0 && (
        <SummaryList items={given.map(([question, detail]) => ({ term: short[question], detail }))} />
      )}
    </Section>
  )
}

/** The three texts, kept apart (DOMAIN §5). */
function Texts({ texts, title }: { texts: Content['texts']; title: string }) {
  const { words } = useLanguage()
  const { questions, content } = words.flag
  const kept = (['observed', 'told', 'assessment'] as const).filter((kind) => texts?.[kind])
  return (
    <Section title={title} level={3} look="plain">
      {kept.length === 0 && <p className="muted">{content.noTexts}</p>}
      {kept.map((kind) => (
        <div key={kind} className="own-text">
          <h4>{questions.short[`texts.${kind}`]}</h4>
          <p>{texts?.[kind]}</p>
        </div>
      ))}
      {texts?.since && <SummaryList items={[{ term: questions.short['texts.since'], detail: texts.since }]} />}
    </Section>
  )
}
