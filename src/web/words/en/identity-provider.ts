import type { Words } from '../sv.ts'

export const identityProvider: Words['identityProvider'] = {
  tab: 'The municipality’s sign-in',
  title: 'The municipality’s sign-in',
  lead: 'How the municipality’s own sign-in (OpenID Connect) lets staff in. A mistake here can shut everybody out: try it in another window before you sign out.',
  settings: 'Settings',
  issuer: {
    label: 'Issuer',
    hint: 'The address that the sign-in itself gives, such as https://login.municipality.se/adfs',
  },
  clientId: { label: 'Client id' },
  clientAuthentication: {
    label: 'How Barnlänken identifies itself',
    choices: {
      client_secret_basic: 'Secret in the header (client_secret_basic)',
      client_secret_post: 'Secret in the form (client_secret_post)',
      private_key_jwt: 'Private key (private_key_jwt)',
    },
  },
  secret: {
    label: 'New secret or private key',
    hint: 'Leave it empty to keep the one there is. It is never shown again. A private key is written as a JWK.',
  },
  scope: { label: 'Scope', hint: 'Begins with openid' },
  acrValues: {
    label: 'Levels of assurance that will do (acr)',
    hint: 'One on each line. Empty: the municipality’s sign-in decides.',
  },
  personMatch: {
    label: 'The first time, staff are known by',
    choices: { staff_id: 'Staff id', email: 'E-mail address' },
  },
  personClaim: { label: 'The claim that holds it', hint: 'Such as employee_id or email' },
  rolesFrom: {
    label: 'Roles come from',
    choices: { administration: 'Administration here', provider: 'The municipality’s sign-in', both: 'Both' },
  },
  rolesClaim: { label: 'The claim that holds roles or groups', hint: 'Such as roles or realm_access.roles' },
  contact: {
    label: 'Whom to ask when not let in',
    hint: 'Shown on the sign-in page. Empty: the system administrators’ names are shown.',
  },
  save: 'Save the settings',
  saved: 'The settings are saved.',
  mapping: {
    title: 'What the groups give',
    lead: 'A group or role in the municipality’s sign-in gives a role in a unit here, from the next time that person signs in.',
    empty: 'No group gives any role yet.',
    value: 'Group or role in the municipality’s sign-in',
    unit: 'Unit',
    role: 'Role',
    row: (at) => `Line ${at}`,
    add: 'Add a line',
    added: (at) => `Line ${at} has been added.`,
    removed: (at) => `Line ${at} has been removed.`,
    remove: (at) => `Remove line ${at}`,
    save: 'Save the groups',
    saved: 'The groups are saved.',
    first: 'Save the settings before you name groups.',
  },
}
