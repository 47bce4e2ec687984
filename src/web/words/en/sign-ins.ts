import { pluralIn } from '../plural.ts'
import type { Words } from '../sv.ts'

const count = pluralIn('en-GB')

export const signIns: Words['signIns'] = {
  faults: {
    'provider-down': {
      title: 'The municipality’s sign-in does not answer',
      text: 'You are not signed in. Try again in a while. If it cannot wait: call the intake or the out-of-hours service, and report in writing afterwards.',
    },
    'provider-slow': {
      title: 'The municipality’s sign-in is slow just now',
      text: 'We waited some seconds and stopped. You are not signed in. Try again in a while.',
    },
    'provider-lying': {
      title: 'The answer from the municipality’s sign-in could not be trusted',
      text: 'Something in the answer was wrong, so you are not signed in. Try again. If it happens anew, whoever is responsible for the system must be told.',
    },
    'provider-refused': {
      title: 'The sign-in was stopped',
      text: 'The municipality’s sign-in gave no approval. If you stopped it yourself you can begin anew.',
    },
    'wrong-settings': {
      title: 'The sign-in is not set up right',
      text: 'The municipality’s sign-in and Barnlänken do not know each other. Only whoever is responsible for the system can mend it.',
    },
    'no-attempt': {
      title: 'The sign-in has to begin anew',
      text: 'It took too long, or you began in another window. You are not signed in.',
    },
    'unknown-municipality': {
      title: 'The municipality has no sign-in here',
      text: 'Choose your municipality in the list.',
    },
    'unknown-person': {
      title: 'You are not in Barnlänken yet',
      text: 'The municipality’s sign-in knows you, but you are not registered as a user here.',
    },
    'person-bound-to-another': {
      title: 'Your account belongs to another sign-in',
      text: 'The person who is registered here with your details has signed in with another account before. That has to be sorted out before you are let in.',
    },
    deactivated: {
      title: 'Your account is closed',
      text: 'According to our records you no longer work in a unit that uses Barnlänken.',
    },
    'acr-too-low': {
      title: 'Sign in in a safer way',
      text: 'Barnlänken asks for a stronger identification than the one you used, such as an e-ID or a service card.',
    },
    'too-many': {
      title: 'Too many sign-ins in a short time',
      text: 'Wait a few minutes, and try again.',
    },
    'no-roles': {
      title: 'You have no role in Barnlänken',
      text: 'You are known, but belong to no unit. If you have changed work, that may be why.',
    },
    'roles-not-told': {
      title: 'Your roles could not be read',
      text: 'You are in so many groups that the municipality’s sign-in does not list them. Whoever is responsible for the system has to change how roles are given.',
    },
    fault: { title: 'Something went wrong on our side', text: 'You are not signed in. Try again in a while.' },
    'signed-out-here-alone': {
      title: 'You are signed out here, but perhaps not at the municipality',
      text: 'The municipality’s sign-in did not answer. Close every window of the browser before you leave the computer.',
    },
  },
  with: (municipality) => `Sign in through ${municipality}`,
  withAnother: (municipality) => `Sign in as somebody else in ${municipality}`,
  choose: 'Choose your municipality',
  lastUsed: 'Last used on this computer',
  none: {
    title: 'No municipality is connected yet',
    text: 'Whoever runs the service adds the municipality and its sign-in.',
  },
  whomToAsk: 'Who can help you?',
  administrators: (names, municipality) => `${names}: system administrator in ${municipality}, who can let you in.`,
  noContact: (municipality) => `Ask the system administrator of Barnlänken in ${municipality}.`,
  mine: {
    tab: 'My sign-ins',
    title: 'My sign-ins',
    lead: 'This is where you are signed in just now. If you do not recognise a line: end it, and change your password at the municipality.',
    caption: 'My sign-ins, the last used first',
    where: 'Where',
    started: 'Signed in',
    seen: 'Last used',
    act: 'End',
    here: 'This one',
    end: 'End',
    endNamed: (where, started) => `End ${where}, signed in ${started}`,
    endOthers: 'End all others',
    ended: (sessions) => count(sessions, { one: '# sign-in has ended', other: '# sign-ins have ended' }),
    alone: 'You are signed in here only.',
    browsers: { edge: 'Edge', chrome: 'Chrome', firefox: 'Firefox', safari: 'Safari' },
    systems: { windows: 'Windows', mac: 'Mac', ios: 'iPhone or iPad', android: 'Android', linux: 'Linux' },
    browserOn: (browser, system) => `${browser} on ${system}`,
    unknownBrowser: 'Unknown browser',
  },
}
