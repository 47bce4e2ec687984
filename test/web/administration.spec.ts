import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { anySize, expect, expectAccessible, expectNoSidewaysScroll, expectRead, test } from './pages.ts'

/** A name and a number of its own for each run and size, as the database lives through both. */
const own = (isMobile: boolean | undefined, word: string) =>
  `${word}${isMobile ? 'Mobil' : 'Dator'}${Date.now() % 100_000}`

async function addPerson(page: Page, name: string): Promise<void> {
  await page.goto('/administration/personal')
  await page.getByRole('button', { name: 'Lägg till person' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lägg till person' })
  await dialog.getByLabel('Namn', { exact: true }).fill(name)
  await dialog.getByLabel('Titel').fill('Socialsekreterare')
  await dialog.getByLabel('E-post i tjänsten').fill('ny@lillsjo.example')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function chooseFile(page: Page, text: string | Buffer): Promise<void> {
  const buffer = typeof text === 'string' ? Buffer.from(text, 'utf8') : text
  await page
    .getByLabel('Välj fil', { exact: true })
    .setInputFiles({ name: 'personal.csv', mimeType: 'text/csv', buffer })
}

test('every page of administration is whole at any width, in light and dark', async ({ as }) => {
  test.setTimeout(180_000)
  const page = await as('Helena Nybom')
  const size = page.viewportSize() ?? { width: 1440, height: 900 }
  await addPerson(page, 'Hel Sida')
  const person = new URL(page.url()).pathname
  for (const path of [
    '/administration/personal',
    person,
    '/administration/personal/import',
    '/administration/andringar',
    '/franvaro',
  ]) {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(path)
      await expectRead(page)
      await expectAccessible(page)
    }
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize(size)
    expect(await page.title()).not.toContain('Hel Sida')
  }
})

test('a person is added, given a role from one day to another, and the log tells it', async ({ as, isMobile }) => {
  test.setTimeout(120_000)
  const name = own(isMobile, 'Åsa ')
  const page = await as('Helena Nybom')
  await page.goto('/administration/personal')
  await page.getByRole('button', { name: 'Lägg till person' }).click()
  const adding = page.getByRole('dialog', { name: 'Lägg till person' })
  await expectAccessible(page)
  await adding.getByLabel('Namn', { exact: true }).fill(name)
  await adding.getByLabel('Titel').fill('Socialsekreterare')
  await adding.getByLabel('E-post i tjänsten').fill('asa@lillsjo.example')
  await adding.getByText('Har socionomexamen').click()
  await adding.getByRole('button', { name: 'Spara' }).click()
  await expect(adding.getByRole('alert')).toContainText('Ange vilken dag behörigheten styrktes.')
  await expectAccessible(page)
  await expect(adding.getByLabel('Namn', { exact: true })).toHaveValue(name)
  await adding.getByLabel('Behörigheten styrktes den').fill('2019-06-05')
  await adding.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('Ja, styrkt 5 juni 2019')).toBeVisible()

  await page.getByRole('button', { name: 'Ge roll' }).click()
  const giving = page.getByRole('dialog', { name: 'Ge roll' })
  await giving.getByLabel('Enhet').selectOption('Familjestödet')
  await giving.getByLabel('Roll').selectOption('Socialsekreterare')
  await giving.getByLabel('Till och med').fill('2031-12-31')
  await expectAccessible(page)
  await giving.getByRole('button', { name: 'Ge roll' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Familjestödet' })
  await expect(row).toContainText('Gäller nu')
  await page.getByRole('button', { name: 'Avsluta roll: Socialsekreterare, Familjestödet' }).click()
  const ending = page.getByRole('dialog', { name: /Avsluta roll/ })
  await expectAccessible(page)
  await ending.getByRole('button', { name: 'Spara' }).click()
  await expect(ending).toBeHidden()

  await page.getByRole('link', { name: 'Ändringar' }).click()
  const log = page.getByRole('table')
  await expect(log.getByRole('rowheader').nth(0)).toContainText(`Helena Nybom avslutade en roll för ${name}`)
  await expect(log.getByRole('rowheader').nth(1)).toContainText('enhet: Familjestödet')
  await expect(log.getByRole('rowheader').nth(2)).toContainText(`Helena Nybom lade till ${name}`)
  await page.getByRole('link', { name: 'Personal' }).click()
  await page.getByRole('searchbox', { name: 'Sök på namn eller anställningsnummer' }).fill(name)
  await page.getByRole('searchbox', { name: 'Sök på namn eller anställningsnummer' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '1 person' })).toBeVisible()
  await expect(page).toHaveURL(/\/administration\/personal$/)
})

test('a file with errors is told line by line; corrected, it is previewed and done', async ({ as, isMobile }) => {
  test.setTimeout(120_000)
  const number = own(isMobile, 'N')
  const page = await as('Helena Nybom')
  await page.goto('/administration/personal/import')
  const head = 'staff_id;name;title;email;unit;role;from;to;qualified_on\r\n'
  const line = (unit: string) =>
    `${number};Örjan Åberg ${number};Handläggare;orjan@lillsjo.example;${unit};Handläggare;;;\r\n`
  await chooseFile(page, head + line('Finns inte'))
  await expect(page.getByRole('alert')).toContainText('Ett fel i filen. Inget kan införas.')
  await expect(page.getByRole('row').filter({ hasText: 'Rad 2' })).toContainText('Ingen enhet heter så.')
  await expect(page.getByRole('button', { name: 'Inför ändringarna' })).toBeHidden()
  await expectAccessible(page)

  // As Excel saves it on a Swedish computer.
  await chooseFile(page, Buffer.from(head + line('Beroendeenheten'), 'latin1'))
  await expect(page.getByText('1 ny person')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: `Örjan Åberg ${number}` })).toContainText(
    'Ge roll: Handläggare, Beroendeenheten',
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Inför ändringarna' }).click()
  await expect(page.getByRole('main').getByText('Ändringarna är införda.')).toBeVisible()
  await chooseFile(page, head + line('Beroendeenheten'))
  await expect(page.getByText('Allt i filen stämmer redan.')).toBeVisible()
  await page.goto('/administration/andringar')
  await expect(page.getByRole('rowheader').filter({ hasText: 'läste in personal från fil' }).first()).toBeVisible()
})

test('of two administrators the second is told, and keeps what was typed', anySize, async ({ as }) => {
  test.setTimeout(120_000)
  const page = await as('Helena Nybom')
  await addPerson(page, `Tvåa ${Date.now() % 100_000}`)
  const other = await page.context().newPage()
  await other.goto(page.url())
  for (const window of [page, other]) {
    await window.getByRole('button', { name: 'Ändra', exact: true }).click()
  }
  await page.getByLabel('Titel').fill('Den första')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await other.getByLabel('Titel').fill('Den andra')
  await other.getByRole('button', { name: 'Spara' }).click()
  await expect(other.getByRole('alert')).toContainText('Någon annan hann ändra personen.')
  await expect(other.getByLabel('Titel')).toHaveValue('Den andra')
  await other.getByRole('button', { name: 'Spara' }).click()
  await expect(other.getByText('Den andra').first()).toBeVisible()
})

test(
  'the last administrator cannot change or remove themself, and others find the pages closed',
  anySize,
  async ({ as }) => {
    const page = await as('Helena Nybom')
    await page.goto('/administration/personal')
    await page.getByRole('link', { name: 'Helena Nybom' }).click()
    await expect(page.getByText('Det här är du.')).toBeVisible()
    await expect(page.getByRole('button', { name: /Avaktivera|Ge roll|Ändra$/ })).toHaveCount(0)
    const worker = await as('Anna Lindqvist')
    await expect(worker.getByRole('link', { name: 'Administration' })).toHaveCount(0)
    await worker.goto('/administration/personal')
    await expect(worker.getByText('Det här är systemförvaltarens')).toBeVisible()
    await expectAccessible(worker)
  },
)

test('by keyboard alone a role is given', anySize, async ({ as }) => {
  test.setTimeout(90_000)
  const page = await as('Helena Nybom')
  await addPerson(page, `Tangent ${Date.now() % 100_000}`)
  await page.getByRole('button', { name: 'Ge roll' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ge roll' })
  await expect(dialog).toBeVisible()
  const focused = (label: string) => expect(dialog.getByLabel(label)).toBeFocused()
  while (!(await dialog.getByLabel('Enhet').evaluate((field) => field === document.activeElement))) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('Socialjouren')
  await page.keyboard.press('Tab')
  await focused('Roll')
  await page.keyboard.type('Socialjour')
  await page.keyboard.press('Tab')
  await focused('Från och med')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: 'Socialjouren' })).toContainText('Gäller nu')
  await expect(page.getByRole('button', { name: 'Ge roll' })).toBeFocused()
})

test('one’s own absence is entered and ended, and hands the cases to the group', anySize, async ({ as }) => {
  test.setTimeout(90_000)
  const page = await as('Nadia Rahmani')
  await page.getByRole('button', { name: /, meny$/ }).click()
  await page.getByRole('menuitem', { name: 'Frånvaro' }).click()
  await page.getByRole('button', { name: 'Lägg in frånvaro' }).click()
  const dialog = page.getByRole('dialog', { name: 'Frånvaro för Nadia Rahmani' })
  await dialog.getByLabel('Till och med').fill('2031-01-01')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('till och med 1 jan. 2031')).toBeVisible()
  const manager = await as('Karin Nordenfelt')
  await manager.goto('/franvaro')
  await expect(manager.getByRole('heading', { name: /Nadia Rahmani/ })).toBeVisible()
  await expectAccessible(manager)
  await page.getByRole('button', { name: /^Ändra slut/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Ingen inlagd')).toBeVisible()
})
