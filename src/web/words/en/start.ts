import { pluralIn } from '../plural.ts'
import type { start as sv } from '../sv/start.ts'

const count = pluralIn('en-GB')

export const start: typeof sv = {
  tab: 'Start',
  greeting: (name) => `Hello ${name}`,
  none: 'You have no unit yet. Ask your administrator to add you.',
  failed: 'This could not be fetched.',
  flag: {
    title: 'Flag a child',
    text: 'Does your client have children? The form leads you to the right path in under two minutes.',
    action: 'Flag a child',
    mine: 'My flags',
  },
  drafts: {
    title: 'Drafts not sent',
    overdue: (drafts) =>
      count(drafts, { one: 'At once: a draft is older than a day', other: 'At once: # drafts are older than a day' }),
    overdueText:
      'If you are concerned for a child, the report is to be made at once (SoL 19:1). Send or remove the draft.',
    late: 'Older than a day',
    named: (client, children) =>
      `${client ?? 'Client without a name'}, ${count(children, { one: '# child', other: '# children' })}`,
    saved: (when) => `Saved ${when}`,
  },
  questions: {
    title: 'The intake group waits for your answer',
    all: 'All questions',
    from: (unit) => (unit ? `Question from ${unit}` : 'A question for you'),
  },
  told: {
    title: 'The latest that you have been told',
    empty: 'You have not sent anything yet. When you flag a child you see here what happens.',
    waiting: 'Nobody has answered yet. When the intake group opens what you sent, it is shown here.',
    all: 'All my flags',
    heard: {
      sent: 'Not received yet',
      received: 'Received',
      feedback: 'Feedback',
      feedback_refused: 'Feedback is not given',
      question: 'Question for you',
      meeting: 'Invitation to a meeting',
    },
  },
  askAgain: {
    title: (children) => count(children, { one: 'Ask again about # child', other: 'Ask again about # children' }),
    action: 'See whom',
  },
  intake: {
    counts: 'The state of the inbox',
    next: 'Soonest due',
    empty: 'The inbox is empty. What comes in is shown here.',
    all: 'To the inbox',
  },
  manager: {
    title: 'As manager',
    calm: 'Nothing is overdue, and everything is opened and assigned.',
    alarms: {
      overdue: (referrals) => count(referrals, { one: '# is overdue', other: '# are overdue' }),
      unread: (referrals) => count(referrals, { one: '# is unopened', other: '# are unopened' }),
      unassigned: (referrals) => count(referrals, { one: '# is unassigned', other: '# are unassigned' }),
      unreceived: (referrals) => count(referrals, { one: '# is not received', other: '# are not received' }),
      questionsOverdue: (referrals) =>
        count(referrals, {
          one: '# question was not answered in time',
          other: '# questions were not answered in time',
        }),
      askAgain: (children) => count(children, { one: 'Ask again about # child', other: 'Ask again about # children' }),
      lateReviews: (months: number) => count(months, { one: '# review is late', other: '# reviews are late' }),
      deadLetters: (letters) =>
        count(letters, { one: '# letter could not be delivered', other: '# letters could not be delivered' }),
    },
    calmSender: 'All that you have sent is received, and no questions wait too long.',
    link: 'See the waiting times',
  },
  notices: {
    title: 'Notices',
    none: 'No unread notices.',
    all: 'All notices',
  },
}
