import type { Page } from '@playwright/test'
import {
  answerForChildUnit,
  answerSafeHome,
  choose,
  howIs,
  newFamilyName,
  numbers,
  openNewFlag,
  writeChild,
  writeClient,
} from './flagging.ts'
import { expect, expectAccessible, test } from './pages.ts'

async function sendConcern(page: Page, familyName: string): Promise<string> {
  await openNewFlag(page)
  await writeClient(page, `Petra ${familyName}`)
  await writeChild(page, 0, { givenName: 'Stina', familyName, number: numbers.child })
  await answerSafeHome(page)
  await choose(howIs(page, 'Stina'), 'Vet eller misstänker du att barnet far illa?', 'Ja')
  await answerForChildUnit(page)
  await page.getByRole('button', { name: 'Skicka', exact: true }).click()
  return page.getByRole('link', { name: /^BL-/ }).innerText()
}

async function beginAssessment(page: Page, reasons: string) {
  await page.getByRole('button', { name: 'Gör skyddsbedömning' }).click()
  const dialog = page.getByRole('dialog', { name: 'Gör skyddsbedömning' })
  await choose(dialog, 'Bedömning', 'Inget omedelbart behov av skydd')
  await choose(dialog, 'Har någon från socialtjänsten träffat barnet?', 'Nej')
  await dialog.getByLabel('Skäl för bedömningen').fill(reasons)
  return dialog
}

test('the second of two is told that somebody came first, sees what changed, and keeps what was typed', async ({
  as,
}) => {
  test.setTimeout(180_000)
  const [handler, first, second] = await Promise.all([as('Lena Karlgren'), as('Fatima Haddad'), as('Johan Berggren')])
  const reference = await sendConcern(handler, newFamilyName())
  for (const worker of [first, second]) {
    await worker.goto(`/orosanmalan/${reference}`)
    await expect(worker.getByRole('button', { name: 'Fördela' })).toBeVisible()
  }
  const dialog = await beginAssessment(second, 'Johans skäl.')

  await first.getByRole('button', { name: 'Fördela' }).click()
  await first.getByRole('dialog', { name: 'Fördela' }).getByRole('button', { name: 'Fördela' }).click()
  await expect(first.getByText('Ansvarig: Fatima Haddad')).toBeVisible()
  await dialog.getByRole('button', { name: 'Spara skyddsbedömningen' }).click()

  const told = dialog.getByRole('alert').filter({ hasText: 'Någon hann före' })
  await expect(told).toContainText('Fördelad')
  await expect(told).toContainText('Fatima Haddad')
  await expect(dialog.getByLabel('Skäl för bedömningen')).toHaveValue('Johans skäl.')
  await expectAccessible(second)
  await dialog.getByRole('button', { name: 'Försök igen' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(second.getByRole('list', { name: 'Händelser, nyast först' })).toContainText('Johans skäl.')
})

test('a decision that the other has made stands, and what was typed against it can be taken along', async ({ as }) => {
  test.setTimeout(180_000)
  const [handler, first, second] = await Promise.all([as('Lena Karlgren'), as('Fatima Haddad'), as('Johan Berggren')])
  const reference = await sendConcern(handler, newFamilyName())
  await first.goto(`/orosanmalan/${reference}`)
  const assessment = await beginAssessment(first, 'Barnet är hos mormor.')
  await assessment.getByRole('button', { name: 'Spara skyddsbedömningen' }).click()
  await expect(assessment).toHaveCount(0)
  await second.goto(`/orosanmalan/${reference}`)
  await second.getByRole('button', { name: 'Inled inte utredning' }).click()
  const declining = second.getByRole('dialog', { name: 'Inled inte utredning' })
  await declining.getByLabel('Skäl', { exact: true }).fill('Johans skäl.')
  await choose(declining, 'Barnets delaktighet', 'Barnet har fått komma till tals')
  await declining.getByLabel('Vad barnet har sagt, eller varför').fill('Det är bra hos mormor.')

  await first.getByRole('button', { name: 'Inled utredning' }).click()
  const opening = first.getByRole('dialog', { name: 'Inled utredning' })
  await opening.getByLabel('Skäl', { exact: true }).fill('Fatimas skäl.')
  await opening.getByRole('button', { name: 'Inled utredning' }).click()
  await expect(opening).toHaveCount(0)
  await declining.getByRole('button', { name: 'Besluta att inte inleda' }).click()

  await expect(declining.getByRole('alert')).toContainText('Det går inte längre att ta det här steget')
  await expect(declining.getByLabel('Skäl', { exact: true })).toHaveValue('Johans skäl.')
  await expect(declining.getByRole('button', { name: 'Kopiera det jag skrev' })).toBeVisible()
  await expect(declining.getByRole('button', { name: /Försök igen|Besluta/ })).toHaveCount(0)
  await declining.getByRole('button', { name: 'Stäng' }).last().click()
  const story = second.getByRole('list', { name: 'Händelser, nyast först' })
  await expect(story).toContainText('Fatimas skäl.')
  await expect(story).not.toContainText('Johans skäl.')
})
