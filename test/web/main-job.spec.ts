import type { Page } from '@playwright/test'
import {
  answerForChildUnit,
  answerSafeHome,
  choose,
  howIs,
  newFamilyName,
  numbers,
  openNewFlag,
  violence,
  writeChild,
  writeClient,
} from './flagging.ts'
import { expect, expectAccessible, expectRead, test } from './pages.ts'

const unit = 'Mottagning barn och unga'

/** One of the manager's figures of the intake, as it stands now. */
async function figureOfIntake(page: Page, place: number): Promise<number> {
  await page.goto('/chef')
  const row = page.getByRole('table', { name: 'Just nu, per enhet' }).getByRole('row', { name: unit })
  return Number(await row.getByRole('cell').nth(place).innerText())
}
const unreadOf = (page: Page) => figureOfIntake(page, 1)
const openOf = (page: Page) => figureOfIntake(page, 4)

/** Every step that the page offers opens, can be left with Esc, and is accessible. */
async function expectEveryStepAccessible(page: Page): Promise<void> {
  const buttons = page.getByRole('region', { name: 'Nu' }).getByRole('button')
  for (const name of await buttons.allInnerTexts()) {
    const opener = buttons.getByText(name, { exact: true })
    await opener.click()
    await expect(page.getByRole('dialog', { name, exact: true })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

test('from a handler’s worry to the answer that the law allows, in three people’s hands', async ({ as }) => {
  test.setTimeout(300_000)
  const familyName = newFamilyName()
  const [handler, worker, manager] = await Promise.all([
    as('Lena Karlgren'),
    as('Fatima Haddad'),
    as('Karin Nordenfelt'),
  ])
  const unreadBefore = await unreadOf(manager)
  const openBefore = await openOf(manager)

  await test.step('the social worker has the inbox open', async () => {
    await worker.goto('/inkorg')
    await worker.getByRole('navigation', { name: 'Urval' }).getByRole('link', { name: 'Oöppnade' }).click()
    await expectRead(worker)
    await expectAccessible(worker)
  })

  await test.step('violence at home calls for the telephone before the pen', async () => {
    await openNewFlag(handler)
    await expectAccessible(handler)
    await writeClient(handler, `Petra ${familyName}`)
    await writeChild(handler, 0, { givenName: 'Alva', familyName, number: numbers.child })
    await handler.getByRole('button', { name: 'Lägg till barn' }).click()
    await expect(handler.getByLabel('Förnamn').nth(1)).toBeFocused()
    await writeChild(handler, 1, { givenName: 'Nils', familyName, number: numbers.sibling })
    await answerSafeHome(handler)
    await expect(handler.getByText('Ring först, skriv sedan')).toHaveCount(0)

    await choose(handler, violence, 'Ja')

    const callFirst = handler.getByRole('alert').filter({ hasText: 'Ring först, skriv sedan' })
    await expect(callFirst.getByRole('link', { name: '08-465 004 10' })).toBeInViewport()
    await expect(callFirst.getByRole('link', { name: '08-465 004 99' })).toBeInViewport()
    await expect(callFirst).toContainText('112')
  })

  await test.step('each child’s track is shown with its reasons', async () => {
    await choose(howIs(handler, 'Alva'), 'Vet eller misstänker du att barnet far illa?', 'Ja')
    await choose(howIs(handler, 'Nils'), 'Vet eller misstänker du att barnet far illa?', 'Nej')
    await answerForChildUnit(handler, 2)

    const tracks = handler.getByRole('region', { name: 'Vägen för varje barn' })
    await expect(tracks.getByText('Väg A: Oro').filter({ visible: true })).toHaveCount(2)
    const because = tracks.getByRole('list', { name: 'Därför att' })
    await expect(because.first().getByRole('link')).toHaveText([
      'Hot, våld eller kontroll hemma',
      'Du vet eller misstänker att barnet far illa',
    ])
    await expect(because.last().getByRole('link')).toHaveText(['Hot, våld eller kontroll hemma'])
    await expectAccessible(handler)
  })

  const references = await test.step('the receipt gives each child a reference of its own', async () => {
    await handler.getByRole('button', { name: 'Skicka 2 flaggor' }).click()
    await expect(handler.getByRole('heading', { level: 1, name: 'Skickat' })).toBeVisible()
    await expect(handler.getByText('Ring nu')).toBeVisible()
    await expectAccessible(handler)
    const links = handler.getByRole('link', { name: /^BL-\d{4}-\d{6,9}$/ })
    await expect(links).toHaveCount(2)
    return links.allInnerTexts()
  })
  const [alva = '', nils = ''] = references
  expect(alva).not.toBe(nils)

  await test.step('both children stand in the open inbox, without a reload', async () => {
    await expect(worker.getByRole('link', { name: new RegExp(`^Alva ${familyName}`) })).toBeVisible()
    await expect(worker.getByRole('link', { name: new RegExp(`^Nils ${familyName}`) })).toBeVisible()
    await expectAccessible(worker)
    expect(await unreadOf(manager)).toBe(unreadBefore + 2)
    expect(await openOf(manager)).toBe(openBefore + 2)
    await expectRead(manager)
    await expectAccessible(manager)
  })

  await test.step('opening is receiving, and the sender is told', async () => {
    await worker.getByRole('link', { name: new RegExp(`^Alva ${familyName}`) }).click()
    await expect(worker.getByRole('heading', { level: 1, name: `Alva ${familyName}` })).toBeVisible()
    await expect(worker.getByText('Akut: avsändaren ser fara nu')).toBeVisible()
    await expectAccessible(worker)
    expect(await unreadOf(manager)).toBe(unreadBefore + 1)

    await handler.goto(`/mina-flaggor/${alva}`)
    await expect(handler.getByRole('list', { name: 'Vad som har hänt' })).toContainText('Mottagen')
    await expectAccessible(handler)
    await handler.goto(`/mina-flaggor/${nils}`)
    await expect(handler.getByText('Inte mottagen än')).toBeVisible()
  })

  await test.step('the protection assessment comes first', async () => {
    await expectEveryStepAccessible(worker)
    await worker.getByRole('button', { name: 'Gör skyddsbedömning' }).click()
    const dialog = worker.getByRole('dialog', { name: 'Gör skyddsbedömning' })
    await choose(dialog, 'Bedömning', 'Inget omedelbart behov av skydd')
    await choose(dialog, 'Har någon från socialtjänsten träffat barnet?', 'Nej')
    await dialog.getByLabel('Skäl för bedömningen').fill('Barnet är hos mormor i kväll.')
    await dialog.getByRole('button', { name: 'Spara skyddsbedömningen' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(worker.getByRole('list', { name: 'Händelser, nyast först' })).toContainText('Skyddsbedömning gjord')
    await expectEveryStepAccessible(worker)
  })

  await test.step('a question goes to the sender as it was written', async () => {
    await worker.getByRole('button', { name: 'Be om uppgifter' }).click()
    const dialog = worker.getByRole('dialog', { name: 'Be om uppgifter' })
    await dialog.getByLabel('Vad gäller frågan?').selectOption('Var barnet är nu')
    await dialog.getByLabel('Fråga', { exact: true }).fill('Vilken dag kommer Alva hem från mormor?')
    await dialog.getByLabel('Svar senast').fill(daysFromNow(2))
    await dialog.getByRole('button', { name: 'Skicka frågan' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(worker.getByText('Väntar på svar').first()).toBeVisible()

    await handler.goto('/notiser')
    await handler.getByRole('link', { name: 'Mottagningen har en fråga till dig' }).first().click()
    const asked = handler.getByRole('region', { name: 'Mottagningen frågar' })
    await expect(asked).toContainText('Vilken dag kommer Alva hem från mormor?')
    await expectAccessible(handler)
    await asked.getByLabel('Ditt svar').fill('På söndag kväll.')
    await asked.getByRole('button', { name: 'Skicka svaret' }).click()
    await expect(asked).toHaveCount(0)

    await worker.reload()
    await expect(worker.getByRole('list', { name: 'Händelser, nyast först' })).toContainText('På söndag kväll.')
  })

  await test.step('an inquiry is opened, and the sender is told that and nothing more', async () => {
    await worker.getByRole('button', { name: 'Inled utredning' }).click()
    const decision = worker.getByRole('dialog', { name: 'Inled utredning' })
    await decision.getByLabel('Skäl', { exact: true }).fill('Våldet behöver utredas.')
    await decision.getByRole('button', { name: 'Inled utredning' }).click()
    await expect(decision).toHaveCount(0)
    await expect(worker.getByText('Utredning inledd').first()).toBeVisible()
    await expectEveryStepAccessible(worker)

    await worker.getByRole('button', { name: 'Lämna återkoppling' }).click()
    const feedback = worker.getByRole('dialog', { name: 'Lämna återkoppling' })
    await expect(feedback).toContainText('Utredning har inletts')
    await feedback.getByRole('button', { name: 'Lämna återkoppling' }).click()
    await expect(feedback).toHaveCount(0)

    await handler.goto(`/mina-flaggor/${alva}`)
    await expect(handler.getByRole('list', { name: 'Vad som har hänt' })).toContainText('En utredning har inletts.')
    const page = handler.getByRole('main')
    for (const secret of [
      'Fatima',
      'Haddad',
      'hos mormor i kväll',
      'Våldet behöver utredas',
      'Skyddsbedömning gjord',
    ]) {
      await expect(page).not.toContainText(secret)
    }
    await expectAccessible(handler)
  })

  await test.step('in the manager’s figures the decided child no longer waits, and the sibling does', async () => {
    expect(await openOf(manager)).toBe(openBefore + 1)
    expect(await unreadOf(manager)).toBe(unreadBefore + 1)
    await manager.goto('/')
    await expectRead(manager)
    await expectAccessible(manager)
  })
})

/** A day as it is typed, counted from today. */
function daysFromNow(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return day.toISOString().slice(0, 10)
}
