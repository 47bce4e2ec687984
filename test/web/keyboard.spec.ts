import type { Locator, Page } from '@playwright/test'
import { newFamilyName, numbers } from './flagging.ts'
import { expect, expectRead, test } from './pages.ts'

/** With the keyboard alone. Only where there is one. */
test.skip(({ isMobile }) => isMobile, 'a phone has no keyboard')

const focused = (page: Page) => page.locator(':focus')

const hasFocusWithin = (place: Locator) => place.evaluate((element) => element.contains(document.activeElement))

/** Tab until what has the focus is called so; fails when it is not reached. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab')
    const isThere = await focused(page)
      .and(page.getByRole('link', { name }).or(page.getByRole('button', { name })).or(page.getByLabel(name)))
      .count()
    if (isThere > 0) return
  }
  throw new Error(`Tab never came to ${name}`)
}

test('the first press of Tab offers the way past the menu', async ({ as }) => {
  const page = await as('Johan Berggren')
  await page.goto('/inkorg')
  await expectRead(page)

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeInViewport()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('main')).toBeFocused()
})

test('the inbox is walked with the arrows, opened with Enter, and searched with a slash', async ({ as }) => {
  const page = await as('Johan Berggren')
  await page.goto('/inkorg')
  const rows = page.getByRole('table').getByRole('rowheader').getByRole('link')
  await expect(rows.first()).toBeVisible()

  await tabTo(page, /^Klara$/)
  await page.keyboard.press('Tab')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(rows.last()).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(rows.first()).toBeFocused()
  await expect(focused(page)).toBeInViewport()

  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: /^Sök på namn/ })).toBeFocused()
  await page.keyboard.type('BL-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Sök' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Sök' })).toBeFocused()
  await expect(page.getByRole('searchbox', { name: 'Namn, nummer eller referens' })).toHaveValue('BL-2026')

  await page.goBack()
  await expect(rows.first()).toBeVisible()
  await tabTo(page, /^Klara$/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/orosanmalan\/BL-/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a step is taken, and left, without a mouse; the focus comes back to where it was', async ({ as }) => {
  const page = await as('Johan Berggren')
  await page.goto('/inkorg?visa=ofordelade')
  await page.getByRole('table').getByRole('rowheader').getByRole('link').first().press('Enter')
  const assign = page.getByRole('button', { name: 'Fördela' })
  await expect(assign).toBeVisible()
  await assign.focus()

  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Fördela' })
  await expect(dialog).toBeVisible()
  await expect.poll(() => hasFocusWithin(dialog), 'the focus is in the dialog').toBe(true)
  for (let presses = 0; presses < 8; presses += 1) await page.keyboard.press('Tab')
  expect(await hasFocusWithin(dialog), 'and stays there').toBe(true)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(assign).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('radio', { name: /^Jag/ })).toBeChecked()
  await tabTo(page, /^Fördela$/)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Ansvarig: Johan Berggren')).toBeVisible()
  await expect(assign).toBeFocused()
})

test('the menu of the person opens, is walked and closes with keys', async ({ as }) => {
  const page = await as('Johan Berggren')
  await page.goto('/')
  await expectRead(page)
  await tabTo(page, /^Johan Berggren/)

  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => hasFocusWithin(page.getByRole('menu'))).toBe(true)
  await page.keyboard.press('Escape')

  await expect(page.getByRole('button', { name: /^Johan Berggren/ })).toBeFocused()
})

test('a flag is begun with keys: fields, choices with the arrows, children added and removed', async ({ as }) => {
  const familyName = newFamilyName()
  const page = await as('Maria Dahlby')
  await page.goto('/flagga')
  await expectRead(page)

  await tabTo(page, 'Klientens namn')
  await page.keyboard.type(`Petra ${familyName}`)
  await page.keyboard.press('Tab')
  await page.keyboard.type(numbers.adult)
  await page.keyboard.press('Tab')
  const protection = page.getByRole('radiogroup', { name: 'Har klienten skyddade personuppgifter?' })
  await page.keyboard.press('Space')
  await expect(protection.getByRole('radio', { name: 'Inget känt skydd' })).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await expect(protection.getByRole('radio', { name: 'Sekretessmarkering' })).toBeChecked()
  await page.keyboard.press('ArrowLeft')
  await expect(protection.getByRole('radio', { name: 'Inget känt skydd' })).toBeChecked()

  await tabTo(page, 'Lägg till barn')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Förnamn').nth(1)).toBeFocused()
  await page.keyboard.type('Ida')
  await expect(page.getByRole('status').filter({ hasText: 'Barn 2 tillagt.' })).toBeVisible()
  await page.getByRole('button', { name: 'Ta bort Ida' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Lägg till barn' })).toBeFocused()
  await expect(page.getByLabel('Förnamn')).toHaveCount(1)

  await tabTo(page, /^Skicka$/)
  await page.keyboard.press('Enter')
  const summary = page.getByRole('alert', { name: /saker att rätta till/ })
  await expect(summary).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Förnamn')).toBeFocused()
})
