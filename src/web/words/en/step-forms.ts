import type { StepForms } from '../sv/step-forms.ts'

const reasons = { label: 'Reasons', hint: 'Write so that the child and the parents can understand them.' }

export const forms: StepForms = {
  assign: {
    lead: 'What is not assigned is the whole group’s responsibility, and everyone sees it.',
    submit: 'Assign',
    done: 'Assigned.',
    fields: { assigneeId: { label: 'Who takes the case?' } },
  },
  assess_protection: {
    lead: 'Assess whether the child needs immediate protection. It is done the same day, or at the latest the day after if the report came late in the day. Week-ends do not move the time.',
    submit: 'Save the protection assessment',
    done: 'The protection assessment is saved.',
    fields: {
      result: { label: 'Assessment' },
      childSeen: { label: 'Has anyone from social services met the child?' },
      measures: { label: 'Measures', hint: 'Choose what is done or decided.' },
      reasons: {
        label: 'Reasons for the assessment',
        hint: 'What do you know, what have you done, and why is it enough for now?',
      },
    },
  },
  ask_information: {
    lead: 'The sender reads the question as you write it. Do not write what you have assessed or heard from others. The time for the preliminary assessment goes on.',
    submit: 'Send the question',
    done: 'The question is sent to the sender.',
    fields: {
      question: { label: 'What is the question about?' },
      text: { label: 'Question' },
      answerBy: { label: 'Answer by' },
    },
  },
  extend: {
    lead: 'Only exceptional grounds will do. Workload, shortage of staff and organisation are not grounds.',
    submit: 'Extend',
    done: 'The preliminary assessment is extended.',
    fields: {
      reason: { label: 'Exceptional ground' },
      text: { label: 'Describe the ground', hint: 'What have you done, and why can you not decide in time?' },
      newDueOn: { label: 'New last day', hint: 'No longer than the ground requires. YYYY-MM-DD' },
    },
  },
  open_inquiry: {
    lead: 'The preliminary assessment ends and the inquiry starts today. It is to be finished within four months.',
    submit: 'Open an inquiry',
    done: 'An inquiry is opened.',
    fields: {
      reasons,
      childHeard: { label: 'The child’s participation' },
      childHeardText: { label: 'What the child has said, or why the child has not been heard' },
    },
  },
  decline_inquiry: {
    lead: 'The preliminary assessment ends without an inquiry. The decision must have reasons that hold when reviewed.',
    submit: 'Decide not to open',
    done: 'The decision not to open an inquiry is saved.',
    fields: {
      reasons,
      childHeard: { label: 'The child’s participation' },
      childHeardText: { label: 'What the child has said, or why the child has not been heard' },
      offered: {
        label: 'What the family has been offered',
        hint: 'For example open support, or a referral elsewhere.',
      },
      violenceOverride: {
        label: 'Why an inquiry is still not opened',
        hint: 'Violence is reported. An inquiry is then opened without delay. Write why you still do not open one.',
      },
    },
  },
  join: {
    lead: 'An inquiry on the same child is already under way. The information is added to it, and no new preliminary assessment is made.',
    submit: 'Join to the inquiry',
    done: 'The report is joined to the ongoing inquiry.',
    fields: {
      inquiryReference: { label: 'The inquiry’s designation', hint: 'Registry number or reference. No name.' },
      reasons: { label: 'Note' },
    },
  },
  transfer: {
    lead: 'Another board or municipality takes over. Protection has already been assessed here.',
    submit: 'Transfer',
    done: 'The report is transferred.',
    fields: {
      toUnitId: { label: 'Who takes over?' },
      toAuthority: { label: 'Authority', hint: 'Municipality and board, for example Socialnämnden i Ale.' },
      reasons: { label: 'Reasons', hint: 'Why does the child belong there? Who there has agreed?' },
    },
  },
  offer_support: {
    lead: 'Support without a needs assessment. To a child it is given with the guardian’s consent, or from the age of 15 if suitable.',
    submit: 'Offer support',
    done: 'The offer is saved.',
    fields: {
      support: { label: 'Which support is offered?', hint: 'Choose at least one.' },
      text: { label: 'How and when' },
    },
  },
  accept_support: {
    lead: 'The family or the child accepts the support.',
    submit: 'Support is accepted',
    done: 'Saved: the support is accepted.',
    fields: {
      consentBy: { label: 'Who has consented?', hint: 'A guardian, or the child from the age of 15.' },
      text: { label: 'Note' },
    },
  },
  decline_support: {
    lead: 'The family declines. Support is voluntary, and a no is in itself no ground for concern.',
    submit: 'Save that the family declines',
    done: 'Saved: the family declines.',
    fields: { text: { label: 'Note' } },
  },
  close_support: {
    lead: 'The case is closed with you. If someone becomes concerned for the child, a new report is made.',
    submit: 'Close',
    done: 'The case is closed.',
    fields: { reasons },
  },
  give_feedback: {
    lead: 'The sender is told exactly this and nothing more. Reasons, assessments and what the family has said are not disclosed.',
    submit: 'Give feedback',
    done: 'The feedback is given.',
    fields: { value: { label: 'The sender is told' } },
  },
  refuse_feedback: {
    lead: 'Feedback is not given where it is inappropriate. The sender is told that it is not given, not why.',
    submit: 'Do not give feedback',
    done: 'Saved: feedback is not given.',
    fields: {
      reason: { label: 'Reason' },
      text: { label: 'Describe the reason', hint: 'Kept with you. The sender does not see it.' },
    },
  },
}
