import type { Page } from '@playwright/test'
import { anySize, expect, expectAccessible, expectRead, test } from './pages.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** A name that no other unit of the run has. */
function newName(what: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return `${what} ${Array.from(bytes, (byte) => letters[byte % letters.length]).join('')}`
}

async function openUnits(page: Page): Promise<void> {
  await page.goto('/administration/enheter')
  await expectRead(page)
}

async function addUnit(page: Page, name: string, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Lägg till enhet' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lägg till enhet' })
  await dialog.getByLabel('Namn', { exact: true }).fill(name)
  await dialog.getByLabel('Nämnd', { exact: true }).selectOption('Individ- och familjenämnden')
  await dialog.getByLabel('Uppgift').selectOption(kind)
  await dialog.getByLabel('Telefon').fill('08-465 004 77')
  await dialog.getByLabel('Funktionsbrevlåda').fill('ny.enhet@lillsjo.example')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog).toHaveCount(0)
}

test('a unit is added with its opening hours; what is wrong is told by field, and nothing typed is lost', async ({
  as,
}) => {
  const page = await as('Helena Nybom')
  await openUnits(page)
  await expectAccessible(page)
  const name = newName('Enhet')
  await page.getByRole('button', { name: 'Lägg till enhet' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lägg till enhet' })
  await expectAccessible(page)

  await dialog.getByLabel('Namn', { exact: true }).fill(name)
  await dialog.getByLabel('Namn som är säkert att visa').fill('Enheten')
  await dialog.getByText('Enheten har öppettider').click()
  const monday = dialog.getByRole('group', { name: 'Måndag' })
  await monday.getByLabel('Stänger').fill('halv fem')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog.getByRole('alert').first()).toBeFocused()
  await expect(monday.getByLabel('Stänger')).toHaveValue('halv fem')
  await expect(dialog.getByLabel('Namn', { exact: true })).toHaveValue(name)
  await expectAccessible(page)

  await monday.getByLabel('Stänger').fill('16:30')
  await dialog.getByLabel('Nämnd', { exact: true }).selectOption('Individ- och familjenämnden')
  await dialog.getByLabel('Uppgift').selectOption('Barn- och ungdomsgrupp')
  await dialog.getByLabel('Telefon').fill('08-465 004 77')
  await dialog.getByLabel('Funktionsbrevlåda').fill('ny.enhet@lillsjo.example')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('Visas utåt som Enheten')
  await expect(row).toContainText('Har öppettider')
})

test('a unit is merged into another, and stands among the closed', async ({ as }) => {
  const page = await as('Helena Nybom')
  await openUnits(page)
  const [from, into] = [newName('Grupp ett'), newName('Grupp två')]
  await addUnit(page, from, 'Barn- och ungdomsgrupp')
  await addUnit(page, into, 'Barn- och ungdomsgrupp')
  await page.getByRole('button', { name: `Stäng ${from}` }).click()
  const dialog = page.getByRole('dialog', { name: `Stäng ${from}` })
  await dialog.getByLabel('Enhet som tar över').selectOption(into)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Slå ihop enheterna' }).click()
  await expect(page.getByRole('region', { name: 'Stängda enheter' })).toContainText(from)
  await expectAccessible(page)
})

test('a unit that is in use is not closed until someone takes over', anySize, async ({ as }) => {
  const page = await as('Helena Nybom')
  await openUnits(page)
  await page.getByRole('button', { name: 'Stäng Familjerätten' }).click()
  const dialog = page.getByRole('dialog', { name: 'Stäng Familjerätten' })
  await dialog.getByRole('button', { name: 'Stäng enheten' }).click()
  await expect(dialog.getByRole('alert').first()).toContainText('Välj en enhet som tar över')
  await expect(page.getByRole('button', { name: 'Stäng Familjerätten' })).toHaveCount(1)
})

test('rules are added, ordered with the keyboard, tried before they are saved, and told as sentences', async ({
  as,
}) => {
  const page = await as('Helena Nybom')
  await page.goto('/administration/vagar')
  await expectRead(page)
  await expectAccessible(page)
  const add = async (unit: string, age: string) => {
    await page.getByRole('button', { name: 'Lägg till regel' }).click()
    const dialog = page.getByRole('dialog', { name: 'Lägg till regel' })
    await expectAccessible(page)
    await dialog.getByLabel('Enhet som tar emot').selectOption(unit)
    await dialog.getByLabel('Från ålder').fill(age)
    await dialog.getByRole('button', { name: 'Lägg till regel' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await add('Mottagning barn och unga', '15')
  await add('Mottagning unga 18–20', '18')
  const rules = page.getByRole('region', { name: 'Regler' }).getByRole('listitem')
  await expect(rules.last()).toContainText('Oro, 18 år och äldre: Mottagning unga 18–20')

  const tryOut = page.getByRole('region', { name: 'Prova' })
  await tryOut.getByLabel('Barnets ålder').fill('19')
  const press = () => tryOut.getByRole('button', { name: 'Prova' }).click()
  await press()
  await expect(tryOut.getByRole('status')).toContainText('Mottagning barn och unga tar emot')
  const up = rules.last().getByRole('button', { name: /^Flytta upp: Oro, 18 år/ })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(rules.last()).toContainText('15 år och äldre')
  await press()
  await expect(tryOut.getByRole('status')).toContainText('Mottagning unga 18–20 tar emot')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Spara reglerna' }).click()
  await expect(page.getByText('Reglerna är sparade')).toBeVisible()
  await page.reload()
  await expect(rules.first()).toContainText('18 år och äldre')
  for (const _ of [1, 2]) {
    await rules
      .first()
      .getByRole('button', { name: /^Ta bort/ })
      .click()
  }
  await page.getByRole('button', { name: 'Spara reglerna' }).click()
  await expect(page.getByText('Inga egna regler.')).toBeVisible()
})

test('the flag form asks for the district when a rule looks at it', anySize, async ({ as }) => {
  const keeper = await as('Helena Nybom')
  await keeper.goto('/administration/vagar')
  await keeper.getByLabel('Kod').fill('N')
  await keeper.getByLabel('Namn', { exact: true }).fill('Norr')
  await keeper.getByRole('button', { name: 'Lägg till område' }).click()
  await keeper.getByRole('button', { name: 'Lägg till regel' }).click()
  const dialog = keeper.getByRole('dialog', { name: 'Lägg till regel' })
  await dialog.getByLabel('Enhet som tar emot').selectOption('Mottagning unga 18–20')
  await dialog.getByLabel('Område').selectOption('Norr')
  await dialog.getByRole('button', { name: 'Lägg till regel' }).click()
  await keeper.getByRole('button', { name: 'Spara reglerna' }).click()
  await expect(keeper.getByText('Reglerna är sparade')).toBeVisible()

  const page = await as('Mikael Åsander')
  await page.goto('/flagga')
  await page.getByLabel('Område där familjen bor').selectOption('Norr')
  await expectAccessible(page)

  await keeper.getByRole('button', { name: /^Ta bort: / }).click()
  await keeper.getByRole('button', { name: 'Ta bort området Norr' }).click()
  await keeper.getByRole('button', { name: 'Spara reglerna' }).click()
  await expect(keeper.getByText('Inga egna regler.')).toBeVisible()
  await page.reload()
  await expectRead(page)
  await expect(page.getByLabel('Område där familjen bor')).toHaveCount(0)
})

test('nobody but an administrator is shown the organisation’s pages', anySize, async ({ as }) => {
  const page = await as('Mikael Åsander')
  for (const path of ['/administration/enheter', '/administration/vagar']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: 'Administration' })).toBeVisible()
    await expect(page.getByText('Det här är systemförvaltarens')).toBeVisible()
  }
})
