import type { Page } from '@playwright/test'
import { coordinationNumbers } from '../../src/entry/demo/numbers.ts'
import {
  answerForChildUnit,
  answerSafeHome,
  childFields,
  choose,
  howIs,
  newFamilyName,
  numbers,
  openNewFlag,
  writeChild,
  writeClient,
} from './flagging.ts'
import { anySize, expect, expectAccessible, signInAs, signOut, test } from './pages.ts'

const handlerName = 'Yusuf Demirel'
const saved = (page: Page) => expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()

/** Writes, and waits until the server has answered that it keeps just that. */
async function keeping(page: Page, text: string, write: () => Promise<void>): Promise<void> {
  const kept = page.waitForResponse(
    (answer) => answer.ok() && answer.url().includes('drafts.save') && !!answer.request().postData()?.includes(text),
  )
  await write()
  await kept
  await saved(page)
}

/** A flag about one child with a concern, complete but for the pressing of the button. */
async function writeConcern(page: Page, familyName: string): Promise<void> {
  await openNewFlag(page)
  await writeClient(page, `Petra ${familyName}`)
  await writeChild(page, 0, { givenName: 'Maja', familyName, number: numbers.child })
  await answerSafeHome(page)
  await choose(howIs(page, 'Maja'), 'Vet eller misstänker du att barnet far illa?', 'Ja')
  await answerForChildUnit(page)
}

/** Everything that decides the way is answered, and nothing points at a concern. */
async function writeWithoutConcern(page: Page, familyName: string, needOfSupport: 'Ja' | 'Nej'): Promise<void> {
  await openNewFlag(page)
  await writeClient(page, `Petra ${familyName}`)
  await writeChild(page, 0, { givenName: 'Maja', familyName, number: numbers.child })
  await answerSafeHome(page)
  await choose(page, 'Har barnen varit borta mycket från skolan', 'Nej')
  await choose(page, 'Finns risk att familjen förlorar bostaden?', 'Nej')
  await choose(howIs(page, 'Maja'), 'Vet eller misstänker du att barnet far illa?', 'Nej')
  await choose(howIs(page, 'Maja'), 'Behöver barnet stöd', needOfSupport)
}

test('a draft outlives a reload, and the person signing out and in again', anySize, async ({ page }) => {
  const familyName = newFamilyName()
  await signInAs(page, handlerName)
  await openNewFlag(page)
  await writeClient(page, `Petra ${familyName}`)
  await keeping(page, 'Maja', () => childFields(page, 0).getByLabel('Förnamn').fill('Maja'))
  await page.reload()
  await expect(page.getByLabel('Klientens namn')).toHaveValue(`Petra ${familyName}`)

  await signOut(page)
  await signInAs(page, handlerName)
  await page.goto('/mina-flaggor')
  const draft = page.getByRole('listitem').filter({ hasText: `Petra ${familyName}` })
  await draft.getByRole('link').click()

  await expect(page.getByLabel('Klientens namn')).toHaveValue(`Petra ${familyName}`)
  await expect(childFields(page, 0).getByLabel('Förnamn')).toHaveValue('Maja')
})

test('a draft is removed only after a question, and then it is gone', async ({ as }) => {
  const familyName = newFamilyName()
  const page = await as(handlerName)
  await openNewFlag(page)
  await keeping(page, familyName, () => page.getByLabel('Klientens namn').fill(`Petra ${familyName}`))
  await page.goto('/mina-flaggor')
  const opener = page.getByRole('button', { name: `Ta bort utkastet: Petra ${familyName}` })
  await opener.click()
  const dialog = page.getByRole('alertdialog', { name: 'Ta bort utkastet?' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)

  await dialog.getByRole('button', { name: 'Avbryt' }).click()
  await expect(opener).toBeFocused()
  await opener.click()
  await dialog.getByRole('button', { name: 'Ta bort', exact: true }).click()

  await expect(page.getByText(`Petra ${familyName}`)).toHaveCount(0)
})

test('a wrong number says what is wrong with it', anySize, async ({ as }) => {
  const page = await as(handlerName)
  await openNewFlag(page)
  const number = childFields(page, 0).getByLabel('Person- eller samordningsnummer')
  const wrong: readonly [typed: string, said: string][] = [
    [`${numbers.child.slice(0, 11)}${(Number(numbers.child[11]) + 1) % 10}`, 'Kontrollsiffran stämmer inte'],
    ['20160231-2383', 'Datumet i numret finns inte i kalendern'],
    ['2016', 'Numret ska ha tio eller tolv siffror'],
    ['vet inte', 'Skriv bara siffror'],
  ]
  for (const [typed, said] of wrong) {
    await number.fill(typed)
    await page.getByRole('button', { name: 'Skicka', exact: true }).click()
    await expect(number).toHaveAccessibleDescription(new RegExp(said))
    await expect(
      page.getByRole('alert').getByRole('link', { name: new RegExp(`Barnets nummer: ${said}`) }),
    ).toBeVisible()
  }

  await number.fill(coordinationNumbers.find((known) => known.startsWith('2010')) ?? '')
  await expect(number).not.toHaveAttribute('aria-invalid', 'true')
})

test('what is missing is said in a summary that takes the focus and leads to each field', async ({ as }) => {
  const page = await as(handlerName)
  await openNewFlag(page)

  await page.getByRole('button', { name: 'Skicka', exact: true }).click()

  const summary = page.getByRole('alert', { name: /saker att rätta till/ })
  await expect(summary).toBeFocused()
  await expectAccessible(page)
  const links = summary.getByRole('link')
  await expect(links.first()).toHaveText('Klient: Skriv här')
  await links.first().click()
  await expect(page.getByLabel('Klientens namn')).toBeFocused()
  await summary.getByRole('link', { name: /^Hot, våld eller kontroll hemma/ }).click()
  await expect(
    page.getByRole('radiogroup', { name: /Har någon hemma hotat/ }).getByRole('radio', { name: 'Ja' }),
  ).toBeFocused()
  const count = await links.count()
  await page.getByLabel('Klientens namn').fill('Petra')
  await expect(links).toHaveCount(count - 1)
})

test('a weaker way than the answers point to takes a written reason, and the duty to report takes none', async ({
  as,
}) => {
  test.setTimeout(150_000)
  const page = await as(handlerName)
  await writeWithoutConcern(page, newFamilyName(), 'Ja')
  await choose(page, 'Finns läkemedel, droger, vapen eller annat farligt', 'Nej')
  const tracks = page.getByRole('region', { name: 'Vägen för varje barn' })
  await expect(tracks.getByText('Väg B: Behov av stöd').filter({ visible: true })).toBeVisible()
  await tracks.getByText('Välj en annan väg').click()

  await tracks
    .getByRole('radiogroup', { name: 'Väg' })
    .getByText(/^Väg C: Inget behov nu/)
    .click()
  // Until the reason is written the child stays on the stronger way.
  await page.getByRole('button', { name: 'Skicka', exact: true }).click()

  const reason = tracks.getByLabel('Varför väljer du en svagare väg')
  await expect(reason).toHaveAccessibleDescription(/Skriv här/)
  await expectAccessible(page)

  await choose(howIs(page, 'Maja'), 'Vet eller misstänker du att barnet far illa?', 'Ja')
  await expect(tracks.getByRole('alert')).toContainText('Vägen kan inte bli svagare')
  await expect(tracks.getByRole('alert')).toContainText('19 kap. 1 § SoL')
})

test('without a need nothing leaves the unit, and a day to ask again is demanded', async ({ as }) => {
  test.setTimeout(150_000)
  const familyName = newFamilyName()
  const page = await as(handlerName)
  await writeWithoutConcern(page, familyName, 'Nej')
  await expect(page.getByRole('region', { name: 'Skicka' })).toContainText('Inget lämnar din enhet.')
  const send = page.getByRole('button', { name: 'Spara noteringen' })
  await send.click()
  await expect(page.getByLabel('Fråga igen den')).toHaveAccessibleDescription(/Skriv ett datum/)

  await page.getByRole('button', { name: 'Om 3 månader' }).click()
  await send.click()

  await expect(page.getByRole('heading', { level: 1, name: 'Noteringen är sparad' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^BL-/ })).toHaveCount(0)
  await expectAccessible(page)
  await page.goto('/mina-flaggor?flik=fraga-igen')
  await expect(page.getByRole('listitem').filter({ hasText: familyName }).first()).toBeVisible()
})

test('a session that ends while one writes takes nothing of what was typed', async ({ page, context }) => {
  const familyName = newFamilyName()
  await signInAs(page, handlerName)
  await openNewFlag(page)
  await page.getByLabel('Klientens namn').fill(`Petra ${familyName}`)
  await saved(page)

  await context.clearCookies()
  await childFields(page, 0).getByLabel('Förnamn').fill('Maja')

  const dialog = page.getByRole('alertdialog', { name: 'Din session har avslutats' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await keeping(page, 'Maja', () => dialog.getByRole('button', { name: `Logga in igen som ${handlerName}` }).click())
  await expect(dialog).toHaveCount(0)
  await expect(childFields(page, 0).getByLabel('Förnamn')).toHaveValue('Maja')
  await page.reload()
  await expect(childFields(page, 0).getByLabel('Förnamn')).toHaveValue('Maja')
})

for (const [how, answer] of [
  ['cannot be reached', (page: Page) => page.route('**/trpc/**', (route) => route.abort())],
  ['is down', (page: Page) => page.route('**/trpc/**', (route) => route.fulfill({ status: 503, body: 'down' }))],
] as const) {
  test(
    `a service that ${how} while the draft is saved is told of, and the draft saved when it is back`,
    anySize,
    async ({ as }) => {
      const page = await as(handlerName)
      await openNewFlag(page)
      await page.getByLabel('Klientens namn').fill('Petra')
      await saved(page)

      await answer(page)
      await page.getByLabel('Klientens namn').fill('Petra Prov')
      await expect(page.getByRole('status').filter({ hasText: 'Kunde inte spara, försöker igen' })).toBeVisible()
      await page.unroute('**/trpc/**')

      await saved(page)
      await page.reload()
      await expect(page.getByLabel('Klientens namn')).toHaveValue('Petra Prov')
    },
  )
}

test('what is not saved is not left without a question', anySize, async ({ as }) => {
  const page = await as(handlerName)
  await openNewFlag(page)
  await page.route('**/trpc/**', (route) => route.abort())
  await page.getByLabel('Klientens namn').fill('Petra')

  await page.getByRole('link', { name: 'Barnlänken' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Det sista är inte sparat' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Stanna kvar' }).click()

  await expect(page.getByLabel('Klientens namn')).toHaveValue('Petra')
  await page.unroute('**/trpc/**')
  await saved(page)
})

test('pressing twice, or sending again when the answer was lost, makes one flag', anySize, async ({ as }) => {
  test.setTimeout(180_000)
  const familyName = newFamilyName()
  const page = await as(handlerName)
  await writeConcern(page, familyName)
  let answersLost = 0
  await page.route('**/trpc/flags.send*', async (route) => {
    if (answersLost > 0) return route.continue()
    answersLost += 1
    await route.fetch()
    await route.abort()
  })

  await page.getByRole('button', { name: 'Skicka', exact: true }).dblclick()

  await expect(page.getByRole('heading', { level: 1, name: 'Skickat' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^BL-/ })).toHaveCount(1)
  expect(answersLost).toBe(1)
  await page.goto('/mina-flaggor')
  await expect(page.getByRole('link', { name: new RegExp(`^Maja ${familyName}`) })).toHaveCount(1)
  await expect(page.getByText(`Petra ${familyName}`), 'the draft is gone when it is sent').toHaveCount(0)
})

test('in a protected family what could show where they are is not asked', async ({ as }) => {
  test.setTimeout(150_000)
  const page = await as(handlerName)
  await writeConcern(page, newFamilyName())
  await page.getByLabel('Klientens telefon').fill('070-174 06 05')
  const revealing = [
    'Klientens telefon',
    'Något att tänka på vid kontakt',
    'Förskola eller skola',
    'Var är barnet just nu?',
  ]
  for (const field of revealing) await expect(page.getByLabel(field)).toBeVisible()

  await keeping(page, 'protected_registration', () =>
    choose(childFields(page, 0), 'Har barnet skyddade personuppgifter?', 'Skyddad folkbokföring'),
  )

  for (const field of revealing) await expect(page.getByLabel(field)).toHaveCount(0)
  const notice = page.getByRole('alert').filter({ hasText: 'Skyddade personuppgifter i familjen' })
  await expect(notice).toContainText('Det du skrev här lämnas inte vidare: Telefon')
  await expectAccessible(page)
  await page.reload()
  await choose(childFields(page, 0), 'Har barnet skyddade personuppgifter?', 'Inget känt skydd')
  await expect(page.getByLabel('Klientens telefon'), 'was never kept').toHaveValue('')
})
