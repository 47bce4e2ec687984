import type { Locator, Page } from '@playwright/test'
import { adultNumbers, childNumbers } from '../../src/entry/demo/numbers.ts'
import { expect } from './pages.ts'

/** Writing a flag as a handler does: question by question, by the words on the screen. */

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** A family name that nobody else in the run has, so that a test finds its own. */
export function newFamilyName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return `Prov${Array.from(bytes, (byte) => letters[byte % letters.length]).join('')}`
}

const [childNumber, siblingNumber, thirdNumber] = childNumbers.filter((number) => number.startsWith('2016'))
const [adultNumber] = adultNumbers.filter((number) => number.startsWith('1988'))
if (!childNumber || !siblingNumber || !thirdNumber || !adultNumber) throw new Error('too few numbers to test with')
export const numbers = { child: childNumber, sibling: siblingNumber, third: thirdNumber, adult: adultNumber }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export async function choose(place: Page | Locator, question: string, answer: string): Promise<void> {
  await chooseIn(place.getByRole('radiogroup', { name: question }), answer)
}

async function chooseIn(group: Locator, answer: string): Promise<void> {
  await group.getByText(answer, { exact: true }).click()
  await expect(group.getByRole('radio', { checked: true })).toHaveAccessibleName(new RegExp(`^${escaped(answer)}`))
}

export async function openNewFlag(page: Page): Promise<void> {
  await page.goto('/flagga')
  await expect(page.getByRole('heading', { level: 1, name: 'Flagga ett barn' })).toBeVisible()
}

export async function writeClient(page: Page, name: string): Promise<void> {
  const client = page.getByRole('region', { name: 'Klienten' })
  await client.getByLabel('Klientens namn').fill(name)
  await client.getByLabel('Person- eller samordningsnummer').fill(numbers.adult)
  await choose(client, 'Har klienten skyddade personuppgifter?', 'Inget känt skydd')
}

export const childFields = (page: Page, place: number) =>
  page.getByRole('region', { name: 'Barnen' }).getByRole('group').nth(place)

interface WrittenChild {
  givenName: string
  familyName: string
  number: string
}

export async function writeChild(page: Page, place: number, child: WrittenChild): Promise<void> {
  const fields = childFields(page, place)
  await fields.getByLabel('Förnamn').fill(child.givenName)
  await fields.getByLabel('Efternamn').fill(child.familyName)
  await fields.getByLabel('Person- eller samordningsnummer').fill(child.number)
  await choose(fields, 'Har barnet skyddade personuppgifter?', 'Inget känt skydd')
  await choose(fields, 'Klientens relation till barnet', 'Eget barn')
  await choose(fields, 'Var bor barnet?', 'Hos klienten')
  await choose(fields, 'Vem är med barnet just nu?', 'Klienten')
}

export const violence = 'Har någon hemma hotat, slagit, kontrollerat eller skrämt någon'

/** Nothing at home that calls for protection. */
export async function answerSafeHome(page: Page): Promise<void> {
  const safety = page.getByRole('region', { name: 'Trygghet nu' })
  await choose(safety, violence, 'Nej')
  await choose(safety, 'Är klienten rädd för att någon ska skada', 'Nej')
  await choose(safety, 'Har klienten talat om självmord', 'Nej')
  await choose(safety, 'Händer det att klienten inte kan ta hand om barnen?', 'Nej')
}

export const howIs = (page: Page, givenName: string) => page.getByRole('region', { name: `Hur har ${givenName} det?` })

/** What is asked once a child is on its way to the child unit with a concern. */
export async function answerForChildUnit(page: Page, children = 1): Promise<void> {
  const safety = page.getByRole('region', { name: 'Trygghet nu' })
  await choose(safety, 'Pågår missbruk av alkohol, narkotika eller läkemedel?', 'Nej')
  await choose(safety, 'Finns läkemedel, droger, vapen eller annat farligt', 'Nej')
  await choose(safety, 'Behövs skydd redan i dag?', 'Nej')
  for (let place = 0; place < children; place += 1) {
    await chooseIn(page.getByRole('radiogroup', { name: 'Är klienten vårdnadshavare?' }).nth(place), 'Ja')
  }
  await choose(page, 'Vet föräldern att du gör det här?', 'Ja')
  await page.getByLabel('Det jag själv har sett eller hört').fill('Barnet berättade på mötet att det är rädd hemma.')
  await page.getByLabel('Min bedömning').fill('Barnet behöver någon som frågar hur det har det.')
}
