import { pluralIn } from '../plural.ts'
import type { notices as sv } from '../sv/notices.ts'

const count = pluralIn('en-GB')

export const notices: typeof sv = {
  tab: 'Notices',
  title: 'Notices',
  lead: 'What has happened in what concerns you. The newest comes first.',
  list: 'Notices, newest first',
  kinds: {
    new_referral: 'Something new has come in to the unit',
    received: 'Your flag has been received',
    feedback: 'Feedback has come',
    feedback_refused: 'Feedback is not given',
    question: 'The intake group has a question for you',
    assigned: 'A referral is assigned to you',
    supplemented: 'A referral has been supplemented',
    feedback_requested: 'Feedback is asked for',
    read_asked_about: 'The log review has a question for you',
    protected_waiting: 'Protected referral: name a handler',
    protected_named: 'You are named for a protected referral',
    emergency_opened: 'Alarm: a referral was opened in an emergency',
    emergency_lookups: 'Alarm: many questions at the emergency door',
  },
  unread: 'Unread',
  unreadCount: (unread) => count(unread, { one: '# unread', other: '# unread' }),
  markAll: 'Mark all as read',
  marked: 'All notices are marked as read.',
  empty: {
    title: 'No notices',
    text: 'When someone answers, asks or assigns something to you, it is shown here.',
  },
  mail: {
    tab: 'Mail sent',
    title: 'Mail sent',
    demo: 'This is the demo. No mail leaves the computer: the letters are kept here instead, and are gone when the service restarts.',
    lead: 'A letter says only that something has happened and where to sign in. No name, no unit and no matter.',
    to: 'To',
    open: 'Follow the link in the letter',
    count: (letters) => count(letters, { one: '# letter', other: '# letters' }),
    empty: {
      title: 'No mail has gone out',
      text: 'Send a flag or answer one, and the letter comes here within a minute.',
    },
    refresh: 'Fetch again',
  },
}
