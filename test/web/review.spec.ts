import type { Page } from '@playwright/test'
import { anySize, expect, expectAccessible, expectNoSidewaysScroll, expectRead, test } from './pages.ts'

/** At the project's size for axe, and at 320 px (WCAG 1.4.10). */
async function expectWhole(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 }
  await expectRead(page)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize(size)
}

/** The latest month of the unit, opened from the list. */
async function openMonth(page: Page, unit: string): Promise<void> {
  await page.goto('/granskning')
  await expectRead(page)
  await page.getByRole('row').filter({ hasText: unit }).first().getByRole('link').click()
  await expect(page.getByRole('region', { name: 'Om månaden' })).toBeVisible()
}

const months = /\/granskning\/[0-9a-f-]{36}$/

test('the months, a month under way and a signed one are whole at any width', async ({ as }) => {
  const page = await as('Björn Isakson')
  await page.goto('/granskning')
  await expectWhole(page)
  await openMonth(page, 'Mottagning barn och unga')
  await expect(page).toHaveURL(months)
  expect((await page.reload())?.status()).toBe(200)
  await expectWhole(page)
  await page.goto('/granskning')
  await page.getByRole('row').filter({ hasText: 'Undertecknad' }).first().getByRole('link').click()
  await expect(page.getByText(/^Undertecknad av .+, \d/)).toBeVisible()
  await expect(page.getByRole('article').getByRole('button')).toHaveCount(0)
  await expectWhole(page)
})

test('who is no reviewer has no way to the review, and its address is no page', anySize, async ({ as }) => {
  const auditor = await as('Björn Isakson')
  await openMonth(auditor, 'Mottagning barn och unga')
  const page = await as('Fatima Haddad')
  await page.goto(auditor.url())
  await expect(page.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Granskning' })).toHaveCount(0)
})

test('a late month is an alarm on the manager’s page, and leads to the month', anySize, async ({ as }) => {
  const page = await as('Karin Nordenfelt')
  const { months } = (await (await page.request.get('/trpc/reviews.late')).json()).result.data
  await page.goto('/chef')
  await expectRead(page)
  const alarm = page.getByText(/är inte granskade? i tid/)
  await expect(alarm).toHaveCount(months.length > 0 ? 1 : 0)
})

test('who is asked finds the question by its notice, and answers', async ({ as }) => {
  const page = await as('Fatima Haddad')
  await page.goto('/notiser')
  await page.getByRole('link', { name: 'Loggranskningen har en fråga till dig' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Frågor om dina läsningar' })).toBeVisible()
  await expectWhole(page)
  const answer = page.getByLabel('Ditt svar').first()
  if ((await answer.count()) === 0) return // answered at the other width
  await page.getByRole('button', { name: 'Skicka svaret' }).first().click()
  await expect(page.getByText('Fyll i det här fältet')).toBeVisible()
  await answer.fill('Jag förberedde en överlämning.')
  await page.getByRole('button', { name: 'Skicka svaret' }).first().click()
  await expect(page.getByText('Svaret är skickat.')).toBeVisible()
  await expect(page.getByText('Jag förberedde en överlämning.')).toBeVisible()
  await expectAccessible(page)
})

test('the extract for the person is a letter: every read, no name of staff, no menus on paper', async ({ as }) => {
  const page = await as('Anna Lindqvist')
  await page.goto('/inkorg')
  await page.getByRole('table').getByRole('rowheader').first().getByRole('link').click()
  await page.getByRole('link', { name: 'Vem har läst' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vem har läst uppgifterna om dig' })).toBeVisible()
  await expectWhole(page)
  await expect(page.getByRole('table')).toContainText('Mottagning barn och unga')
  for (const name of ['Anna', 'Lindqvist', 'Johan Berggren', 'Fatima']) {
    await expect(page.getByRole('table')).not.toContainText(name)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByText('artikel 15')).toBeVisible()
  await expect(page.getByText('sekretessprövning')).toBeHidden()
  await page.emulateMedia({ media: null })
})

test(
  'a print is asked for before it happens, and does not happen when it cannot be logged',
  anySize,
  async ({ as }) => {
    const page = await as('Anna Lindqvist')
    await page.addInitScript(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await page.goto('/inkorg')
    await page.getByRole('table').getByRole('rowheader').first().getByRole('link').click()
    await page.route('**/trpc/referrals.print**', (route) => route.fulfill({ status: 503, body: '' }))
    await page.getByRole('button', { name: 'Skriv ut' }).click()
    await expect(page.getByText(/kan inte nå sin databas/)).toBeVisible()
    await expect(page.locator('body')).not.toHaveAttribute('data-printed', 'yes')
    await page.unroute('**/trpc/referrals.print**')
    const logged = page.waitForResponse(/referrals\.print/)
    await page.getByRole('button', { name: 'Skriv ut' }).click()
    expect((await logged).ok()).toBe(true)
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes')
  },
)

test('a month is gone through and signed by the keyboard alone, and prints as a report', anySize, async ({ as }) => {
  test.setTimeout(240_000)
  const auditor = await as('Björn Isakson')
  await openMonth(auditor, 'Mottagning barn och unga')
  const own = auditor.getByRole('article').filter({ hasText: 'Karin Nordenfelt' })
  for (const button of await own.getByRole('button', { name: 'Förklarad' }).all()) {
    await button.press('Enter')
    await auditor.getByLabel('Förklaring').fill('Chefens uppföljning.')
    await auditor.keyboard.press('Control+Enter')
    await expect(auditor.getByRole('dialog')).toHaveCount(0)
  }

  const page = await as('Karin Nordenfelt')
  await openMonth(page, 'Mottagning barn och unga')
  await page.getByLabel('Läge').selectOption('Kvar att bedöma')
  const first = page.getByRole('article').getByRole('button', { name: 'Förklarad' }).first()
  await first.focus()
  let isFirst = true
  while ((await page.getByRole('button', { name: 'Underteckna månaden' }).count()) === 0) {
    await expect(page.locator(':focus')).toHaveText('Förklarad')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByLabel('Förklaring')).toBeFocused()
    if (isFirst) {
      await expectAccessible(page)
      await page.keyboard.press('Control+Enter')
      await expect(page.getByText('Fyll i det här fältet')).toBeVisible()
      isFirst = false
    }
    await page.keyboard.type('Ordinarie handläggning.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.locator('[id^="mark-"]:focus, #sign:focus, #mark-none')).toHaveCount(1)
  }
  await expect(page.getByRole('button', { name: 'Underteckna månaden' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Underteckna månaden?' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Underteckna', exact: true }).press('Enter')
  await expect(page.getByText(/^Undertecknad av Karin Nordenfelt/)).toBeVisible()
  await expectWhole(page)

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByText('10 § lagen (2001:454)')).toBeVisible()
  await expect(page.getByText(/^Hel, \d+ rader kontrollerade$/)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Antal per regel och hur de är bedömda' })).toBeVisible()
})
