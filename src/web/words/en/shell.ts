import { pluralIn } from '../plural.ts'
import type { shell as sv } from '../sv/shell.ts'

const count = pluralIn('en-GB')

export const shell: typeof sv = {
  tagline: 'From the adult unit’s concern to the child unit’s answer',
  skip: 'Skip to the content',
  home: 'To the start page',
  demo: 'Demo – no real data',
  demoMail: 'See the mail sent',
  mainNavigation: 'Main menu',
  nav: {
    start: 'Start',
    flag: 'Flag',
    myFlags: 'My flags',
    inbox: 'Inbox',
    manager: 'Waiting times',
    administration: 'Administration',
    review: 'Review',
  },
  search: {
    label: 'Search by name, personal identity number or reference',
    placeholder: 'Name or number',
    open: 'Search',
  },
  notices: (unread) =>
    unread === 0 ? 'Notices, none unread' : count(unread, { one: 'Notices, # unread', other: 'Notices, # unread' }),
  person: {
    menu: 'menu',
    scheme: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    system: 'As the computer',
    language: 'Language',
    signIns: 'My sign-ins',
    absence: 'Absence',
    signOut: 'Sign out',
  },
  languages: { sv: 'Svenska', en: 'English' },
  roles: {
    case_handler: 'Case handler',
    social_worker: 'Social worker',
    team_lead: 'Team lead',
    unit_manager: 'Unit manager',
    out_of_hours: 'Out-of-hours service',
    administrator: 'Administrator',
    auditor: 'Auditor',
  },
  printedBy: (name: string, at: string) => `Printed by ${name}, ${at}.`,
  footer: {
    accessibility: 'Accessibility',
    accessibilityHint:
      'Everything can be reached with the keyboard. Press / to search. Found an obstacle? Tell your administrator.',
    emergency: 'A child in immediate danger: call 112.',
  },
  notFound: {
    tab: 'No such page',
    title: 'There is no page here',
    text: 'The address may be mistyped, or you may not have access to what was here. Nothing has been lost.',
    home: 'To the start page',
  },
  fault: {
    tab: 'Something went wrong',
    title: 'Something went wrong on our side',
    text: 'What you have sent is saved. Try again, and contact your administrator if the fault returns.',
    incident: (id) => `Quote this fault number: ${id}`,
  },
  unavailable: {
    tab: 'Temporary stop',
    title: 'The service cannot reach its database right now',
    text: 'The page tries again by itself. What you have sent is saved. If it cannot wait: telephone the intake group, and report in writing afterwards.',
    retrying: 'Trying again …',
    retryIn: (seconds) => count(seconds, { one: 'Trying again in # second', other: 'Trying again in # seconds' }),
    retryNow: 'Try now',
  },
  offline: {
    tab: 'No connection',
    title: 'No connection to the service',
    text: 'Check the network. The page tries again by itself.',
  },
  sessionEnded: {
    title: 'Your session has ended',
    text: 'What you wrote is still on the page. Sign in again and carry on where you were.',
    again: (name) => `Sign in again as ${name}`,
    other: 'Sign in as someone else',
    otherHint: 'If you sign in as someone else you leave the page, and what is not saved is lost.',
    ordinary: 'Sign in again',
    done: 'You are signed in again.',
  },
  signIn: {
    tab: 'Sign in',
    title: 'Sign in',
    demoTitle: 'Who do you want to be?',
    demoText: 'The demo has invented people in real kinds of units. Choose one, and change whenever you like.',
    ordinaryText: 'You sign in with the municipality’s ordinary account.',
    noUnit: 'Without a unit',
    promise: 'No child without a question. No report without an owner. Everyone sees what the law lets them see.',
  },
}
