import type { Page } from '@playwright/test'
import { expect, expectRead, signInAs, signOut, speak, test } from './pages.ts'

const name = 'Nadia Rahmani'
const months = {
  sv: '(jan\\.|feb\\.|mars|apr\\.|maj|juni|juli|aug\\.|sep\\.|okt\\.|nov\\.|dec\\.)',
  en: '(Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)',
}

test('English, once chosen, is the person’s own: also on another computer, and nobody else’s', async ({
  page,
  as,
  isMobile,
}) => {
  await signInAs(page, name)
  await speak(page, 'sv')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Hej Nadia' })).toBeVisible()

  if (isMobile) await page.getByRole('button', { name: /, meny$/ }).click()
  await page.getByRole(isMobile ? 'menuitemradio' : 'button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hello Nadia' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  const elsewhere = await as(name)
  await elsewhere.goto('/')
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Hello Nadia' })).toBeVisible()
  await signOut(page)
  await signInAs(page, name)
  await expect(page.getByRole('heading', { level: 1, name: 'Hello Nadia' })).toBeVisible()
  await signOut(page)
  await signInAs(page, 'Erik Wallner')
  await expect(page.getByRole('heading', { level: 1, name: 'Hej Erik' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
})

async function firstRow(page: Page): Promise<{ reference: string; cameIn: string }> {
  await page.goto('/inkorg')
  const row = page.getByRole('table').getByRole('row').nth(1)
  const reference = /BL-\d{4}-\d+/.exec(await row.getByRole('rowheader').innerText())?.[0] ?? ''
  return { reference, cameIn: await row.getByRole('cell').nth(2).innerText() }
}

async function search(page: Page, text: string): Promise<void> {
  await page.goto('/sok')
  await page.getByRole('main').getByRole('searchbox').fill(text)
  await page.getByRole('main').getByRole('searchbox').press('Enter')
}

for (const [language, said] of [
  ['sv', { one: '1 träff', many: /^([2-9]|\d\d+) ärenden$/, mistakes: /^\d+ saker att rätta till$/, send: 'Skicka' }],
  ['en', { one: '1 hit', many: /^([2-9]|\d\d+) cases$/, mistakes: /^\d+ things to put right$/, send: 'Send' }],
] as const) {
  test(`days, and one and many, are written as ${language === 'sv' ? 'Swedish' : 'English'} writes them`, async ({
    as,
  }) => {
    const worker = await as('Elin Sandmark')
    await speak(worker, language)
    const { reference, cameIn } = await firstRow(worker)
    expect(cameIn).toMatch(new RegExp(`^\\d{1,2} ${months[language]} \\d\\d:\\d\\d$`))
    await expect(worker.getByText(said.many)).toBeVisible()
    await search(worker, reference)
    await expect(worker.getByRole('status').filter({ hasText: said.one })).toBeVisible()

    const handler = await as('Erik Wallner')
    await speak(handler, language)
    await handler.goto('/flagga')
    await expectRead(handler)
    await handler.getByRole('button', { name: said.send, exact: true }).click()
    await expect(handler.getByRole('alert', { name: said.mistakes })).toBeFocused()
    await speak(handler, 'sv')
  })
}
