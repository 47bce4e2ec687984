import type { RoleSource } from '../../../domain/provider-roles.ts'
import type { ClientAuthentication, PersonMatch } from '../../../domain/sign-in.ts'

export const identityProvider = {
  tab: 'Kommunens inloggning',
  title: 'Kommunens inloggning',
  lead: 'Här står hur kommunens egen inloggning (OpenID Connect) släpper in medarbetare. Fel här kan stänga ute alla: prova i ett annat fönster innan du loggar ut.',
  settings: 'Inställningar',
  issuer: {
    label: 'Utfärdare (issuer)',
    hint: 'Adressen som inloggningen själv uppger, till exempel https://login.kommun.se/adfs',
  },
  clientId: { label: 'Klient-id' },
  clientAuthentication: {
    label: 'Så legitimerar sig Barnlänken',
    choices: {
      client_secret_basic: 'Hemlighet i huvudet (client_secret_basic)',
      client_secret_post: 'Hemlighet i formuläret (client_secret_post)',
      private_key_jwt: 'Privat nyckel (private_key_jwt)',
    } satisfies Record<ClientAuthentication, string>,
  },
  secret: {
    label: 'Ny hemlighet eller privat nyckel',
    hint: 'Lämna tomt för att behålla den som finns. Den visas aldrig igen. En privat nyckel skrivs som JWK.',
  },
  scope: { label: 'Omfattning (scope)', hint: 'Börjar med openid' },
  acrValues: {
    label: 'Tillitsnivåer som godtas (acr)',
    hint: 'En på varje rad. Tomt: kommunens inloggning avgör själv.',
  },
  personMatch: {
    label: 'Första gången känns en medarbetare igen på',
    choices: { staff_id: 'Anställnings-id', email: 'E-postadress' } satisfies Record<PersonMatch, string>,
  },
  personClaim: {
    label: 'Fältet som innehåller det',
    hint: 'Namnet på ett claim, till exempel employee_id eller email',
  },
  rolesFrom: {
    label: 'Rollerna kommer från',
    choices: {
      administration: 'Administrationen här',
      provider: 'Kommunens inloggning',
      both: 'Båda',
    } satisfies Record<RoleSource, string>,
  },
  rolesClaim: {
    label: 'Fältet som innehåller roller eller grupper',
    hint: 'Till exempel roles eller realm_access.roles',
  },
  contact: {
    label: 'Vem den frågar som inte släpps in',
    hint: 'Visas på inloggningssidan. Tomt: systemförvaltarnas namn visas.',
  },
  save: 'Spara inställningarna',
  saved: 'Inställningarna är sparade.',
  mapping: {
    title: 'Vad grupperna ger',
    lead: 'En grupp eller roll i kommunens inloggning ger en roll på en enhet här, från nästa gång medarbetaren loggar in.',
    empty: 'Ingen grupp ger någon roll än.',
    value: 'Grupp eller roll i kommunens inloggning',
    unit: 'Enhet',
    role: 'Roll',
    row: (at: number) => `Rad ${at}`,
    add: 'Lägg till en rad',
    added: (at: number) => `Rad ${at} är tillagd.`,
    removed: (at: number) => `Rad ${at} är borttagen.`,
    remove: (at: number) => `Ta bort rad ${at}`,
    save: 'Spara grupperna',
    saved: 'Grupperna är sparade.',
    first: 'Spara inställningarna innan du anger grupper.',
  },
}
