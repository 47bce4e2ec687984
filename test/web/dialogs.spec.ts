import type { Page } from '@playwright/test'
import { newFamilyName, openNewFlag } from './flagging.ts'
import { expect, expectAccessible, expectRead, test } from './pages.ts'

/** Opens each step's dialog that has not been opened yet, of the first cases in a list, and leaves it with a key. */
async function openSteps(page: Page, list: string, cases: number): Promise<Set<string>> {
  const opened = new Set<string>()
  for (let place = 0; place < cases; place++) {
    await page.goto(list)
    await expectRead(page)
    const row = page.getByRole('table').getByRole('rowheader').nth(place)
    if ((await row.count()) === 0) break
    await row.getByRole('link').click()
    const now = page.getByRole('region', { name: 'Nu', exact: true })
    await expect(now).toBeVisible()
    for (const step of await now.getByRole('button').allInnerTexts()) {
      if (opened.has(step)) continue
      opened.add(step)
      await now.getByRole('button', { name: step, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  }
  return opened
}

test('each dialog of a step is whole, for who assesses reports and for who gives support', async ({ as }) => {
  test.setTimeout(240_000)
  const lead = await as('Anna Lindqvist')
  const reports = await openSteps(lead, '/inkorg', 3)
  for (const step of ['Fördela', 'Be om uppgifter', 'Förläng förhandsbedömningen', 'Inled utredning']) {
    expect([...reports], step).toContain(step)
  }
  const family = await as('Sara Engdahl')
  const support = await openSteps(family, '/inkorg', 4)
  expect([...support].some((step) => /stöd|tackar nej|Avsluta/i.test(step))).toBe(true)
})

test('the menu of the person is whole while it is open', async ({ as }) => {
  const page = await as('Johan Berggren')
  await page.goto('/')
  await expectRead(page)
  await page.getByRole('button', { name: /, meny$/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(page)
})

/** Writes the client's name, and waits until the server keeps it. */
async function rename(page: Page, name: string): Promise<void> {
  const kept = page.waitForResponse(
    (answer) => answer.url().includes('drafts.save') && !!answer.request().postData()?.includes(name),
  )
  await page.getByLabel('Klientens namn').fill(name)
  expect((await kept).ok()).toBe(true)
}

test('of two windows on one draft, the one that is behind asks which shall count, and takes the newer', async ({
  as,
}) => {
  const familyName = newFamilyName()
  const first = await as('Yusuf Demirel')
  await openNewFlag(first)
  await rename(first, `Petra ${familyName}`)
  await expect(first).toHaveURL(/\/flagga\/./)
  const second = await first.context().newPage()
  await second.goto(first.url())
  await expect(second.getByLabel('Klientens namn')).toHaveValue(`Petra ${familyName}`)

  await rename(second, `Petra Maria ${familyName}`)
  await first.bringToFront()
  await first.getByLabel('Klientens namn').fill(`P. ${familyName}`)

  const dialog = first.getByRole('alertdialog', { name: 'Utkastet har ändrats i en annan flik' })
  await expect(dialog).toBeVisible()
  await expectAccessible(first)
  await dialog.getByRole('button', { name: 'Läs in det nyare' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(first.getByLabel('Klientens namn')).toHaveValue(`Petra Maria ${familyName}`)
})
