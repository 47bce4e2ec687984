import { pluralIn } from '../plural.ts'
import type { manager as sv } from '../sv/manager.ts'

const count = pluralIn('en-GB')
const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const minutesAnHour = 60
const hoursADay = 24

function duration(hours: number): string {
  if (hours < 1) return count(Math.round(hours * minutesAnHour), { one: '# minute', other: '# minutes' })
  if (hours < 2 * hoursADay) return `${numbers.format(hours)} ${hours < 1.05 ? 'hour' : 'hours'}`
  return `${numbers.format(hours / hoursADay)} days`
}

export const manager: typeof sv = {
  tab: 'Waiting times',
  title: 'Waiting times',
  lead: 'How long the children wait, what is late and what has no handler.',
  duration,
  unit: 'Unit',
  allReceivers: 'All my child units',
  allSenders: 'All my adult units',
  period: 'Time',
  periods: {
    '30': 'The last 30 days',
    '90': 'The last 90 days',
    year: 'This year',
    '12': 'The last 12 months',
    own: 'Own dates',
  },
  from: 'From and including',
  to: 'To and including',
  show: 'Show',
  badPeriod: 'Write two days that exist, the earlier first and at most six years apart.',
  shown: (from, to) => `What came in ${from} to ${to}`,
  shownSent: (from, to) => `What was sent ${from} to ${to}`,
  csv: 'Download as a spreadsheet (CSV)',
  protectedLink: 'Protected referrals: name handlers and see who has read',
  emergencyLink: 'Opened in an emergency',
  csvHint:
    'In the file, numbers under five are hidden, with those that would give them away. Protected families are left out.',
  none: {
    title: 'You are not the manager of any unit',
    text: 'The waiting times are for unit managers. Ask your administrator if that is wrong.',
  },
  nothing: {
    title: 'Nothing came in during the time',
    text: 'Choose a longer time to see the waiting times.',
  },
  dead: {
    title: (letters) =>
      count(letters, { one: 'One letter could not be delivered', other: '# letters could not be delivered' }),
    text: 'What the letters tell of is in the inbox and on the start page. See to it that someone opens it, and ask the administrator to check the addresses.',
    codes: (codes) => `Answer from the mail system: ${codes}`,
    noCode: 'no answer',
  },
  lateReviews: {
    title: (months: number) =>
      count(months, {
        one: 'A month’s reads were not reviewed in time',
        other: '# months’ reads were not reviewed in time',
      }),
    text: 'The log is reviewed every month. Go through what is left, and sign.',
  },
  now: {
    title: 'Right now',
    caption: 'Right now, by unit',
    unit: 'Unit',
    open: 'Open',
    overdue: 'Overdue',
    today: 'Due today',
    unread: 'Unopened',
    unassigned: 'Unassigned',
    noDeadline: 'Without a deadline',
    unreceived: 'Not received',
    questions: 'Questions to answer',
    questionsOverdue: (late) => `${numbers.format(late)} late`,
    askAgain: 'To be asked about children again',
  },
  key: {
    title: 'How long the children waited',
    titleSender: 'How long your flags waited',
    opened: 'until someone opened',
    protection_assessed: 'until protection was assessed',
    decided: 'until there was a decision',
    support_answered: 'until there was an answer about support',
    received: 'until the intake group opened',
    feedback: 'until the feedback came',
    median: (time) => `The children waited a median of ${time}`,
    medianSender: (time) => `The flags waited a median of ${time}`,
    p90: (time) => `Nine of ten: at most ${time}`,
    n: (n) => count(n, { one: 'Measured on # referral', other: 'Measured on # referrals' }),
    noneYet: 'No referral has come this far',
    waiting: (waiting, longest) =>
      count(waiting, { one: `# still waits, since ${longest}`, other: `# still wait, the longest ${longest}` }),
  },
  waits: {
    title: 'The wait, step by step',
    columns: {
      stage: 'From sent to',
      median: 'Median',
      p90: '90th percentile',
      n: 'Number',
      waiting: 'Still waiting',
      longest: 'Longest wait now',
    },
    stages: {
      opened: 'Opened',
      protection_assessed: 'Protection assessed',
      decided: 'Decision',
      support_answered: 'Answer about support',
      received: 'Received',
      feedback: 'Feedback',
    },
    legendMedian: 'Median',
    legendP90: '90th percentile',
  },
  decisions: {
    heading: 'When the decisions came',
    title: 'Days from sent to decision',
    columns: ['Days', 'Number'],
    more: (day) => `${day}+`,
    limit: '14 days',
    median: (time) => `Median ${time}`,
  },
  clocks: {
    title: 'Within the time',
    hint: 'The strict date counts, also when it falls on a holiday.',
    inTime: (share) => `${share} in time`,
    notYet: 'None done yet',
    labels: { statutory: 'law', policy: 'policy' },
    columns: {
      clock: 'Deadline',
      metInTime: 'In time',
      metLate: 'Too late',
      overdue: 'Overdue now',
      running: 'Running',
      share: 'Share in time',
    },
  },
  backlog: {
    title: 'Open referrals by age',
    empty: 'Nothing is open.',
    band: (from, to) =>
      to === null ? `${from} days and older` : from === 0 ? 'Today and yesterday' : `${from} to ${to} days`,
    columns: {
      age: 'Age',
      overdue: 'Overdue',
      inTime: 'Within the time',
      noDeadline: 'Without a deadline',
      open: 'Open',
    },
  },
  senders: {
    title: 'By sending unit',
    hint: 'Protected families are left out here.',
    unknown: 'Unknown unit',
    empty: 'No unit has sent anything during the time.',
    columns: {
      name: 'Unit',
      concern: 'Reports of concern',
      support: 'Need of support',
      youngCarers: 'Young carers',
      opened: 'Inquiry opened',
      notOpened: 'Not opened',
      joined: 'Already under way',
      transferred: 'Transferred',
      undecided: 'Undecided',
    },
  },
  cameIn: {
    title: 'Came in',
    titleSender: 'Sent',
    concern: 'Reports of concern',
    support: 'Need of support',
    youngCarers: 'Young carers',
    notes: 'Noted, no need now',
  },
  feedback: {
    title: 'What you have been told about the reports of concern',
    columns: ['Feedback', 'Number'],
    values: {
      opened: 'Inquiry opened',
      notOpened: 'Inquiry not opened',
      alreadyUnderWay: 'Inquiry already under way',
      refused: 'Feedback is not given',
      waiting: 'Asked for, has not come',
      notAsked: 'Not asked for',
    },
  },
}
