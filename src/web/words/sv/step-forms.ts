import type { StepRequest } from '../../../domain/step-request.ts'
import type { FormStep } from '../../parts/referral/step-groups.ts'

export interface FieldWords {
  label: string
  hint?: string
}

export type FieldOf<Step extends FormStep> = Exclude<keyof Extract<StepRequest, { step: Step }>, 'step'>

interface FormWords<Step extends FormStep> {
  /** What the step means, in a sentence or two, before the fields. */
  lead: string
  /** On the button that does it. */
  submit: string
  /** Said when it is done. */
  done: string
  fields: Record<FieldOf<Step>, FieldWords>
}

export type StepForms = { [Step in FormStep]: FormWords<Step> }

const reasons = { label: 'Skäl', hint: 'Skriv så att barnet och föräldrarna kan förstå dem.' }

/** A step or a field of the domain without words here is a type error. */
export const forms: StepForms = {
  assign: {
    lead: 'Det som inte är fördelat är hela gruppens ansvar och syns för alla.',
    submit: 'Fördela',
    done: 'Fördelat.',
    fields: { assigneeId: { label: 'Vem tar ärendet?' } },
  },
  assess_protection: {
    lead: 'Bedöm om barnet behöver omedelbart skydd. Det görs samma dag, eller senast dagen efter om anmälan kom sent på dagen. Tiden flyttas inte av helger.',
    submit: 'Spara skyddsbedömningen',
    done: 'Skyddsbedömningen är sparad.',
    fields: {
      result: { label: 'Bedömning' },
      childSeen: { label: 'Har någon från socialtjänsten träffat barnet?' },
      measures: { label: 'Åtgärder', hint: 'Välj det som är gjort eller bestämt.' },
      reasons: { label: 'Skäl för bedömningen', hint: 'Vad vet ni, vad har ni gjort och varför räcker det just nu?' },
    },
  },
  ask_information: {
    lead: 'Avsändaren läser frågan som du skriver den. Skriv inte in vad ni har bedömt eller fått veta av andra. Tiden för förhandsbedömningen fortsätter att gå.',
    submit: 'Skicka frågan',
    done: 'Frågan är skickad till avsändaren.',
    fields: {
      question: { label: 'Vad gäller frågan?' },
      text: { label: 'Fråga' },
      answerBy: { label: 'Svar senast' },
    },
  },
  extend: {
    lead: 'Bara synnerliga skäl räcker. Arbetsbelastning, personalbrist och organisation är inte skäl.',
    submit: 'Förläng',
    done: 'Förhandsbedömningen är förlängd.',
    fields: {
      reason: { label: 'Synnerligt skäl' },
      text: { label: 'Beskriv skälet', hint: 'Vad har ni gjort, och varför går det inte att besluta i tid?' },
      newDueOn: { label: 'Nytt sista datum', hint: 'Inte längre än skälet kräver. ÅÅÅÅ-MM-DD' },
    },
  },
  open_inquiry: {
    lead: 'Förhandsbedömningen avslutas och utredningen startar i dag. Den ska vara klar inom fyra månader.',
    submit: 'Inled utredning',
    done: 'Utredning är inledd.',
    fields: {
      reasons,
      childHeard: { label: 'Barnets delaktighet' },
      childHeardText: { label: 'Vad barnet har sagt, eller varför barnet inte har hörts' },
    },
  },
  decline_inquiry: {
    lead: 'Förhandsbedömningen avslutas utan utredning. Beslutet ska ha skäl som står sig vid en granskning.',
    submit: 'Besluta att inte inleda',
    done: 'Beslutet att inte inleda utredning är sparat.',
    fields: {
      reasons,
      childHeard: { label: 'Barnets delaktighet' },
      childHeardText: { label: 'Vad barnet har sagt, eller varför barnet inte har hörts' },
      offered: { label: 'Vad familjen har erbjudits', hint: 'Till exempel öppna insatser eller hänvisning.' },
      violenceOverride: {
        label: 'Varför utredning ändå inte inleds',
        hint: 'Våld är anmält. Då ska utredning inledas utan dröjsmål. Skriv varför ni ändå inte gör det.',
      },
    },
  },
  join: {
    lead: 'Det pågår redan en utredning om samma barn. Uppgifterna förs dit och ingen ny förhandsbedömning görs.',
    submit: 'För till utredningen',
    done: 'Anmälan är förd till den pågående utredningen.',
    fields: {
      inquiryReference: { label: 'Utredningens beteckning', hint: 'Diarienummer eller referens. Inget namn.' },
      reasons: { label: 'Anteckning' },
    },
  },
  transfer: {
    lead: 'En annan nämnd eller kommun tar över. Skyddsbedömningen är redan gjord här.',
    submit: 'Flytta över',
    done: 'Anmälan är överflyttad.',
    fields: {
      toUnitId: { label: 'Vem tar över?' },
      toAuthority: { label: 'Myndighet', hint: 'Kommun och nämnd, till exempel Socialnämnden i Ale.' },
      reasons: { label: 'Skäl', hint: 'Varför hör barnet dit? Vem där har sagt ja?' },
    },
  },
  offer_support: {
    lead: 'Stöd utan behovsprövning. Till ett barn ges det med vårdnadshavarens samtycke, eller från 15 år om det är lämpligt.',
    submit: 'Erbjud stöd',
    done: 'Erbjudandet är sparat.',
    fields: {
      support: { label: 'Vilket stöd erbjuds?', hint: 'Välj minst ett.' },
      text: { label: 'Hur och när' },
    },
  },
  accept_support: {
    lead: 'Familjen eller barnet tar emot stödet.',
    submit: 'Stödet tas emot',
    done: 'Sparat: stödet tas emot.',
    fields: {
      consentBy: { label: 'Vem har samtyckt?', hint: 'Vårdnadshavare, eller barnet själv från 15 år.' },
      text: { label: 'Anteckning' },
    },
  },
  decline_support: {
    lead: 'Familjen tackar nej. Det är frivilligt, och ett nej är i sig inget skäl till oro.',
    submit: 'Spara att familjen tackar nej',
    done: 'Sparat: familjen tackar nej.',
    fields: { text: { label: 'Anteckning' } },
  },
  close_support: {
    lead: 'Ärendet avslutas hos er. Blir någon orolig för barnet görs en ny anmälan.',
    submit: 'Avsluta',
    done: 'Ärendet är avslutat.',
    fields: { reasons },
  },
  give_feedback: {
    lead: 'Avsändaren får veta exakt det här och inget mer. Skäl, bedömningar och vad familjen har sagt lämnas inte ut.',
    submit: 'Lämna återkoppling',
    done: 'Återkopplingen är lämnad.',
    fields: { value: { label: 'Avsändaren får veta' } },
  },
  refuse_feedback: {
    lead: 'Återkoppling lämnas inte om det är olämpligt. Avsändaren får veta att återkoppling inte lämnas, inte varför.',
    submit: 'Lämna inte återkoppling',
    done: 'Sparat: återkoppling lämnas inte.',
    fields: {
      reason: { label: 'Skäl' },
      text: { label: 'Beskriv skälet', hint: 'Sparas hos er. Avsändaren ser det inte.' },
    },
  },
}
