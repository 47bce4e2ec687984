import { choose, openNewFlag } from './flagging.ts'
import { expect, expectAccessible, expectRead, test } from './pages.ts'

const manager = 'Karin Nordenfelt'
const handler = 'Johan Berggren'

test('a manager names a handler for what waits, and sees afterwards who has read it', async ({ as }) => {
  const page = await as(manager)
  await page.goto('/skyddade')
  await expectRead(page)
  const waiting = page.getByRole('region', { name: 'Väntar på handläggare' })
  await expect(waiting.getByText(/saknar handläggare/)).toBeVisible()
  await expectAccessible(page)
  const name = waiting.getByRole('button', { name: /^Utse handläggare för BL-/ }).first()
  const reference = /BL-\d{4}-\d+/.exec((await name.getAttribute('aria-label')) ?? '')?.[0] ?? ''
  expect(reference).not.toBe('')

  await name.click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Utse', exact: true }).click()
  await expect(dialog.locator('.field-error')).toHaveCount(2)
  await dialog.getByLabel('Vem ska få läsa?').selectOption({ label: `${handler}, Socialsekreterare` })
  await dialog.getByLabel('Varför just den personen?').fill('Handlägger i mottagningen.')
  await dialog.getByRole('button', { name: 'Utse', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(
    page.getByRole('region', { name: 'Utsedda personer' }).getByRole('row', { name: new RegExp(reference) }),
  ).toContainText(handler)

  const reader = await as(handler)
  await reader.goto(`/orosanmalan/${reference}`)
  await expect(reader.getByRole('region', { name: 'Skydd' })).toContainText(handler)
  await expectAccessible(reader)
  await reader.getByRole('button', { name: 'Ändra skyddet' }).click()
  await expect(reader.getByRole('dialog')).toBeVisible()
  await expectAccessible(reader)

  await page.reload()
  const log = page.getByRole('region', { name: 'Vem har läst' })
  await expect(log.getByRole('row', { name: new RegExp(`${handler}.*${reference}`) }).first()).toBeVisible()
  await expectAccessible(page)
})

test('a colleague who is not named finds neither list, page nor hit', async ({ as }) => {
  const page = await as(manager)
  await page.goto('/skyddade')
  const row = page.getByRole('button', { name: /^Utse handläggare för BL-/ }).first()
  const reference = /BL-\d{4}-\d+/.exec((await row.getAttribute('aria-label')) ?? '')?.[0] ?? ''
  const colleague = await as('Elin Sandmark')
  await colleague.goto(`/orosanmalan/${reference}`)
  await expect(colleague.getByRole('heading', { level: 1 })).not.toContainText(reference)
  await expect(colleague.getByText('Skyddade personuppgifter')).toHaveCount(0)
})

test('once the family is marked the form takes away what reveals, and says why', async ({ as }) => {
  const page = await as('Amina Osmani')
  await openNewFlag(page)
  const client = page.getByRole('region', { name: 'Klienten' })
  await client.getByLabel('Klientens namn').fill('Karin Lind')
  await choose(client, 'Har klienten skyddade personuppgifter?', 'Skyddad, vet inte hur')
  await expect(page.getByRole('alert').filter({ hasText: /skydd/i }).first()).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByLabel(/^Telefon/)).toHaveCount(0)
})

test('in an emergency: the reason first, a reference as the only answer, a confirmation, and reading alone', async ({
  as,
}) => {
  const inside = await as('Anna Lindqvist')
  await inside.goto('/inkorg')
  await expectRead(inside)
  const link = inside.locator('.inbox-open').first()
  const reference = /BL-\d{4}-\d+/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? ''

  const page = await as('Sara Engdahl')
  await page.goto('/nodoppning')
  await expectRead(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Finns ärendet?' }).click()
  await expect(page.getByRole('alert').or(page.locator('.error-summary')).first()).toBeVisible()
  await page.getByLabel('Varför behövs det nu?').selectOption('child_in_danger')
  await page.getByLabel('Beskriv läget').fill('Polisen står utanför dörren.')
  await page.getByLabel('Ärendets referens eller barnets personnummer').fill(reference)
  await page.getByRole('button', { name: 'Finns ärendet?' }).click()
  await page.getByRole('button', { name: `Öppna ${reference}` }).click()
  await expect(page.getByRole('alertdialog')).toContainText('Cheferna larmas nu')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Nödöppna och larma' }).click()
  await expect(page).toHaveURL(new RegExp(`/orosanmalan/${reference}`))
  await expect(page.getByText('Nödöppnat: bara för läsning')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ändra skyddet' })).toHaveCount(0)
  await expectAccessible(page)

  const boss = await as(manager)
  await boss.goto('/nodoppning')
  await expect(boss.getByRole('row', { name: new RegExp(reference) }).first()).toContainText('Sara Engdahl')
  await expectAccessible(boss)
  await page.goto('/nodoppning')
  await page
    .getByRole('button', { name: `Stäng nu: ${reference}` })
    .first()
    .click()
  await expect(page.getByRole('row', { name: new RegExp(reference) }).first()).toContainText('Stängt')
})
