import type { Browser, Page } from '@playwright/test'
import { newKeySettings } from '../../src/db/seal.ts'
import { freePort } from '../support/free-port.ts'
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts'
import { addMunicipalityBy, newDataDir, type RunningServer, startNode } from '../support/processes.ts'
import { clientId, clientSecret } from '../support/providers.ts'
import { expect, expectAccessible, test } from './pages.ts'

/** The service as it is for real, without the demo, against a real OpenID Provider: both in processes and ports of their own. */
let provider: IdentityProvider
let server: RunningServer
let ownAddress: string

test.beforeAll(async () => {
  const PORT = String(await freePort())
  ownAddress = `http://127.0.0.1:${PORT}`
  const accounts = new Map([
    ['eva', { email: 'eva@lillsjo.example', email_verified: true }],
    ['okänd', { email: 'nils@lillsjo.example', email_verified: true }],
  ])
  provider = await startIdentityProvider({ accounts, ownAddress })
  const { fieldKeys: FIELD_KEYS, indexKey: INDEX_KEY } = newKeySettings()
  const settings = { NODE_ENV: 'production', BASE_URL: ownAddress, FIELD_KEYS, INDEX_KEY, DATA_DIR: newDataDir() }
  const { code, said } = await addMunicipalityBy(
    { ...settings, PROVIDER_SECRET: clientSecret },
    {
      code: '9902',
      name: 'Lillsjö kommun',
      board: 'Socialnämnden',
      unit: 'Mottagningen barn och unga',
      phone: '08-465 004 00',
      mailbox: 'mottagningen@lillsjo.example',
      administrator: 'Eva Förvaltare',
      email: 'eva@lillsjo.example',
      issuer: provider.issuer,
      'client-id': clientId,
      scope: 'openid email',
    },
  )
  if (code !== 0) throw new Error(said)
  server = await startNode({ ...settings, PORT })
})
test.afterAll(async () => {
  await server?.stop()
  await provider?.close()
})

const button = 'Logga in med Lillsjö kommuns inloggning'

async function atProvider(page: Page, account: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Kommunens inloggning' })).toBeVisible()
  await page.getByLabel('Användare').fill(account)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
}

async function signIn(page: Page, account: string): Promise<void> {
  await page.goto(`${ownAddress}/logga-in`)
  await page.getByRole('link', { name: button }).click()
  await atProvider(page, account)
}

const menu = (page: Page) => page.getByRole('button', { name: /^Eva Förvaltare ?, meny$/ })

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

test('a person signs in at the municipality and comes to where they were going', async ({ page }) => {
  await page.goto(`${ownAddress}/notiser`)
  await expect(page).toHaveTitle('Logga in – Barnlänken')
  await expect(page.getByRole('link', { name: button })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: button }).click()
  await atProvider(page, 'eva')
  await expect(page.getByRole('heading', { level: 1, name: 'Notiser' })).toBeVisible()
  expect(page.url()).toBe(`${ownAddress}/notiser`)
  await expect(menu(page)).toBeVisible()
})

test('who is not known is told whom to ask, and may sign in as somebody else', async ({ page }) => {
  await signIn(page, 'okänd')
  const said = page.getByRole('alert')
  await expect(said).toContainText('Du finns inte i Barnlänken än')
  await expect(said).toContainText('Eva Förvaltare är systemförvaltare i Lillsjö kommun')
  expect(page.url()).not.toMatch(/okänd|nils|Eva/)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Logga in som någon annan i Lillsjö kommun' }).click()
  await atProvider(page, 'eva')
  await expect(menu(page)).toBeVisible()
})

test('one sees where one is signed in, and ends it there from here', async ({ page, browser }) => {
  const elsewhere = await newPage(browser)
  await signIn(elsewhere, 'eva')
  await expect(menu(elsewhere)).toBeVisible()
  await signIn(page, 'eva')
  await menu(page).click()
  await page.getByRole('menuitem', { name: 'Mina inloggningar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mina inloggningar' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'Chrome på Linux Den här' })).toHaveCount(1)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Avsluta alla andra' }).click()
  await expect(page.getByText('Du är bara inloggad här.')).toBeVisible()
  await expectAccessible(page)
  await elsewhere.reload()
  await expect(elsewhere.getByRole('link', { name: button })).toBeVisible()
  await expect(menu(page)).toBeVisible()
  await elsewhere.context().close()
})

test('signing out ends it here and at the municipality: the next one at the computer is asked who they are', async ({
  page,
}) => {
  await signIn(page, 'eva')
  await menu(page).click()
  await page.getByRole('menuitem', { name: 'Logga ut' }).click()
  await page.getByRole('button', { name: 'Ja, logga ut' }).click()
  await expect(page.getByRole('link', { name: button })).toBeVisible()
  expect(page.url()).toMatch(/\/logga-in$/)
  await page.goto(`${ownAddress}/notiser`)
  await page.getByRole('link', { name: button }).click()
  await expect(page.getByRole('heading', { name: 'Kommunens inloggning' })).toBeVisible()
})

test('the administrator changes the sign-in and what its groups give, and the secret is never shown', async ({
  page,
}) => {
  await signIn(page, 'eva')
  await expect(menu(page)).toBeVisible()
  await page.goto(`${ownAddress}/administration/inloggning`)
  await expect(page.getByLabel('Utfärdare (issuer)')).toHaveValue(provider.issuer)
  await expect(page.getByLabel(/Ny hemlighet/)).toHaveValue('')
  await expectAccessible(page)
  await page.getByLabel(/Vem den frågar/).fill('Ring växeln, 08-465 004 00.')
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await expect(page.getByText('Inställningarna är sparade.')).toBeVisible()
  await page.getByRole('button', { name: 'Lägg till en rad' }).click()
  await page.getByRole('button', { name: 'Spara grupperna' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Grupp eller roll i kommunens inloggning').fill('soc-mottagning')
  await page.getByLabel('Roll', { exact: true }).selectOption('Socialsekreterare')
  await page.getByRole('button', { name: 'Spara grupperna' }).click()
  await expect(page.getByText('Grupperna är sparade.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Grupp eller roll i kommunens inloggning')).toHaveValue('soc-mottagning')
  await expect(page.getByLabel(/Vem den frågar/)).toHaveValue('Ring växeln, 08-465 004 00.')
  await page.getByRole('button', { name: 'Ta bort rad 1' }).click()
  await page.getByRole('button', { name: 'Spara grupperna' }).click()
  await expect(page.getByText('Ingen grupp ger någon roll än.')).toBeVisible()
  await page.getByLabel(/Vem den frågar/).fill('')
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await expect(page.getByText('Inställningarna är sparade.')).toBeVisible()
})

test('a provider that is down is a page that says so', async ({ page }) => {
  await page.goto(`${ownAddress}/logga-in?fel=provider-down&kommun=9902`)
  await expect(page.getByRole('alert')).toContainText('Kommunens inloggning svarar inte')
  await expectAccessible(page)
})
