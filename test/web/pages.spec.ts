import type { Page } from '@playwright/test'
import { childFields, newFamilyName, numbers, openNewFlag } from './flagging.ts'
import {
  anySize,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  expectRead,
  signInAs,
  signOut,
  speak,
  test,
} from './pages.ts'

const routes = [
  '/',
  '/inkorg',
  '/flagga',
  '/mina-flaggor',
  '/mina-flaggor?flik=fraga-igen',
  '/chef',
  '/sok',
  '/notiser',
  '/granskning',
  '/granskning/fragor',
  '/post',
]

/** The first referral in the intake's inbox: a path that the child unit may open, and the child's name. */
async function firstReferral(page: Page): Promise<{ reference: string; name: string }> {
  await page.goto('/inkorg')
  const row = page.getByRole('table').getByRole('rowheader').first()
  const name = await row.getByRole('link').innerText()
  const reference = /BL-\d{4}-\d+/.exec(await row.innerText())?.[0] ?? ''
  return { reference, name: name.split(',')[0] ?? '' }
}

async function firstSent(page: Page): Promise<string> {
  await page.goto('/mina-flaggor')
  const link = page.getByRole('table').getByRole('rowheader').first().getByRole('link')
  return (await link.getAttribute('href')) ?? ''
}

/** Opens, reads and measures each page: at the project's size for axe, and at 320 px (WCAG 1.4.10). */
async function walk(page: Page, paths: readonly string[], look = async () => {}): Promise<void> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 }
  for (const path of paths) {
    const answer = await page.goto(path)
    expect.soft(answer?.status(), path).toBe(200)
    await expectRead(page)
    await look()
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize(size)
  }
}

/** Each role opens every page; on the phone only those that it does not share with the roles before it. */
for (const [role, name, own] of [
  ['case handler', 'Mikael Åsander', routes],
  ['team lead of the intake', 'Anna Lindqvist', ['/', '/inkorg', '/notiser']],
  ['manager of the child units', 'Karin Nordenfelt', ['/', '/chef']],
  ['manager of the adult units', 'Gunilla Ekfors', ['/', '/chef']],
] as const) {
  test(`every page opens for everyone, the ${role} too, whole at any width`, async ({ as, isMobile }) => {
    test.setTimeout(240_000)
    await walk(await as(name), isMobile ? own : routes)
  })
}

test('a page about one child is whole at any width, to those who sent it and those who work with it', async ({
  as,
}) => {
  test.setTimeout(180_000)
  const worker = await as('Anna Lindqvist')
  const { reference } = await firstReferral(worker)
  await walk(worker, [`/orosanmalan/${reference}`])
  const handler = await as('Mikael Åsander')
  await walk(handler, [await firstSent(handler)])
})

test('every page is whole in English too', async ({ as }) => {
  test.setTimeout(240_000)
  const handler = await as('Oskar Lundmark')
  await speak(handler, 'en')
  await walk(handler, ['/', '/flagga', '/mina-flaggor', '/sok', '/notiser', '/post', await firstSent(handler)])
  await expect(handler.getByRole('navigation', { name: 'Main menu' })).toBeVisible()
  const worker = await as('Marko Virtala')
  await speak(worker, 'en')
  const { reference } = await firstReferral(worker)
  await walk(worker, ['/', '/inkorg', `/orosanmalan/${reference}`, `/orosanmalan/${reference}/lasningar`])
  const manager = await as('Thomas Hellner')
  await speak(manager, 'en')
  await walk(manager, ['/', '/chef', '/granskning', '/granskning/fragor'])
})

test('the sign-in page is whole before anyone is signed in', async ({ page }) => {
  await walk(page, ['/logga-in'])
  await expect(page).toHaveTitle('Logga in – Barnlänken')
})

test('an address without a page is answered 404, with a way home', anySize, async ({ as }) => {
  const page = await as('Mikael Åsander')
  for (const path of ['/finns-inte', '/orosanmalan/1', '/flagga/x']) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeVisible()
  }
  await expectAccessible(page)
  await page.getByRole('main').getByRole('link', { name: 'Till startsidan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hej Mikael' })).toBeVisible()
})

test('who is not signed in is led to sign in, and then to where they were going', anySize, async ({ page }) => {
  await page.goto('/mina-flaggor')
  await expect(page).toHaveURL(/logga-in/)
  await page.getByRole('button', { name: /Yusuf Demirel/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mina flaggor' })).toBeVisible()
})

test('what one may not see answers as what does not exist', anySize, async ({ as }) => {
  const { reference } = await firstReferral(await as('Anna Lindqvist'))
  const absent = 'BL-2026-999999'
  const page = await as('Ingrid Sjödin')
  const said: string[] = []
  for (const path of [reference, absent].flatMap((one) => [`/orosanmalan/${one}`, `/mina-flaggor/${one}`])) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeVisible()
    said.push(`${await page.title()} ${await page.getByRole('main').innerText()}`)
  }
  expect(new Set(said).size).toBe(1)
})

for (const [role, name] of [
  ['administrator', 'Helena Nybom'],
  ['auditor', 'Björn Isakson'],
] as const) {
  test(`the ${role} meets no referral at any door`, anySize, async ({ as }) => {
    test.setTimeout(150_000)
    const lead = await as('Anna Lindqvist')
    const child = await firstReferral(lead)
    const page = await as(name)
    for (const path of [`/orosanmalan/${child.reference}`, `/mina-flaggor/${child.reference}`]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeVisible()
    }
    await walk(page, routes, async () => {
      await expect(page.getByRole('main')).not.toContainText(/BL-\d{4}-\d{6}/)
      await expect(page.getByRole('main')).not.toContainText(child.name)
    })
    await page.goto('/sok')
    await page.getByRole('main').getByRole('searchbox').fill(child.reference)
    await page.getByRole('main').getByRole('button', { name: 'Sök' }).click()
    await expect(page.getByRole('main')).toContainText(/Ingen träff|Din roll får inte göra det här/)
  })
}

test(
  'no name stands in a title or an address, and the browser keeps nothing of anyone',
  anySize,
  async ({ page, context }) => {
    test.setTimeout(150_000)
    const familyName = newFamilyName()
    const addresses: string[] = []
    const titles = new Set<string>()
    page.on('request', (request) => addresses.push(decodeURIComponent(request.url())))
    page.on('framenavigated', (frame) => addresses.push(decodeURIComponent(frame.url())))
    const note = async () => {
      await expectRead(page)
      titles.add(await page.title())
    }

    await signInAs(page, 'Yusuf Demirel')
    await openNewFlag(page)
    await page.getByLabel('Klientens namn').fill(`Petra ${familyName}`)
    await childFields(page, 0).getByLabel('Person- eller samordningsnummer').fill(numbers.child)
    await page.waitForResponse((answer) => answer.url().includes('drafts.save') && answer.ok())
    await note()
    await page.goto('/mina-flaggor')
    await note()
    await page.goto('/sok')
    await page.getByRole('main').getByRole('searchbox').fill(familyName)
    await page.getByRole('main').getByRole('button', { name: 'Sök' }).click()
    await expect(page.getByText('Ingen träff').first()).toBeVisible()
    await note()
    await page.getByRole('main').getByRole('searchbox').fill(numbers.child)
    await page.getByRole('main').getByRole('button', { name: 'Sök' }).click()
    await note()
    await signOut(page)
    await signInAs(page, 'Fatima Haddad')
    const { reference, name } = await firstReferral(page)
    await note()
    await page.goto(`/orosanmalan/${reference}`)
    await expect(page).toHaveTitle(`${reference} – Barnlänken`)
    await note()

    const kept = await page.evaluate(async () => ({
      local: JSON.stringify(localStorage),
      session: JSON.stringify(sessionStorage),
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookies: document.cookie,
    }))
    expect(kept).toMatchObject({ databases: 0, caches: 0, workers: 0, cookies: '' })
    const personal = [familyName, numbers.child, name, 'Yusuf', 'Demirel', 'Fatima', 'Haddad']
    for (const word of personal) {
      for (const place of [...addresses, ...titles, kept.local, kept.session]) expect(place).not.toContain(word)
    }
    const [cookie, ...others] = await context.cookies()
    expect(others).toEqual([])
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax' })
  },
)

test('a service that cannot reach its database says so, and comes back by itself or when asked', async ({ as }) => {
  const page = await as('Johan Berggren')
  await page.route('**/trpc/**', (route) => route.fulfill({ status: 503, body: 'no database' }))
  await page.goto('/inkorg')
  await expect(page.getByRole('heading', { level: 1, name: 'Tjänsten kan inte nå sin databas' })).toBeVisible()
  await expect(page.getByText(/Försöker igen om \d+ sekund/)).toBeVisible()
  await expectAccessible(page)

  await page.unroute('**/trpc/**')
  await page.getByRole('button', { name: 'Försök nu' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Inkorg' })).toBeVisible()
})

test('letters tell nobody that it is about a child, and lead to what they are about', anySize, async ({ as }) => {
  const page = await as('Fatima Haddad')
  await page.goto('/post')
  const letters = page.getByRole('article')
  await expect(letters.first()).toBeVisible()
  for (const text of await letters.allInnerTexts()) {
    expect(text.replaceAll(/\S+@\S+/g, '')).not.toMatch(/barn|oro|anmäl|flagg|BL-\d/i)
  }
  const toIntake = letters.filter({ hasText: 'mottagning.bou@lillsjo.example' }).first()
  await toIntake.getByRole('link', { name: 'Följ länken i brevet' }).click()
  await expect(page).toHaveURL(/\/orosanmalan\/BL-\d{4}-\d{6,9}$/)
  await expectRead(page)
})

test(
  'a printed referral is the referral: no menus, no buttons, and what it is on its face',
  anySize,
  async ({ as }) => {
    const page = await as('Anna Lindqvist')
    const { reference, name } = await firstReferral(page)
    await page.goto(`/orosanmalan/${reference}`)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })

    await expect(page.getByText(/^Utskrivet av Anna Lindqvist, \d+ \S+ \d{4} \d\d:\d\d\.$/)).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('searchbox')).toHaveCount(0)
    await expect(page.getByText('26 kap. 1 § OSL')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    expect(await page.title()).not.toContain(name)
  },
)

test('after sign-out the back button shows nothing of anyone', anySize, async ({ page }) => {
  await signInAs(page, 'Fatima Haddad')
  const { reference, name } = await firstReferral(page)
  await page.goto(`/orosanmalan/${reference}`)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await signOut(page)

  await page.goBack()

  await expect(page.getByRole('heading', { level: 1, name: 'Vem vill du vara?' })).toBeVisible()
  await expect(page.getByText(name)).toHaveCount(0)
})
