import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { collectTold } from './told.ts'

/** Of a rule that no width can change: tested at one. */
export const anySize = { tag: '@any-size' }

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

interface Fixtures {
  /** What no page may do in any test, page by page. */
  watch: (context: BrowserContext) => Promise<void>
  watched: undefined
  /** A page of its own for each person, signed in. Ask for the person's own sign-in where the test ends the session. */
  as: (name: string) => Promise<Page>
}

/** Sign-ins of this run: the first test that needs a person signs in at the page, the next ones come with the cookie. */
const signedIn = new Map<string, Cookies>()

/** Every test fails on a violated CSP, an uncaught error, or a request that leaves this machine. */
export const test = base.extend<Fixtures>({
  watch: async ({ context }, use) => {
    const faults: string[] = []
    const watch = async (watched: BrowserContext) => {
      await collectTold(watched)
      watched.on('weberror', (fault) => faults.push(fault.error().message))
      watched.on('console', (message) => {
        if (message.type() === 'error' && /content security policy|refused to/i.test(message.text())) {
          faults.push(message.text())
        }
      })
      watched.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url())
        if (protocol.startsWith('http') && hostname !== '127.0.0.1') faults.push(`left the machine: ${request.url()}`)
      })
    }
    await watch(context)
    await use(watch)
    expect(faults).toEqual([])
  },
  watched: [async ({ watch: _ }, use) => use(undefined), { auto: true }],
  as: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (name) => {
      const context = await browser.newContext()
      contexts.push(context)
      await watch(context)
      const page = await context.newPage()
      const cookies = signedIn.get(name)
      if (cookies) {
        await context.addCookies(cookies)
      } else {
        await signInAs(page, name)
        signedIn.set(name, await context.cookies())
      }
      return page
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }

export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/logga-in')
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await expect(page).not.toHaveURL(/logga-in/)
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /, (meny|menu)$/ }).click()
  await page.getByRole('menuitem', { name: /^(Logga ut|Sign out)$/ }).click()
  await expect(page).toHaveURL(/logga-in/)
}

/** The language of a person, set without the page. */
export async function speak(page: Page, language: 'sv' | 'en'): Promise<void> {
  const answer = await page.request.post('/trpc/session.setLanguage', { data: { language } })
  expect(answer.ok()).toBe(true)
}

/** Nothing is being fetched: the page stands as it will be read. */
export async function expectRead(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main').getByText(/^(Hämtar|Loading) …$/)).toHaveCount(0)
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** WCAG 2.2 AA by axe, of the page as it stands, with whatever is open on it; and nothing wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // React Aria's own voice names for some seconds the button that was pressed, also when that is gone with its page.
  const { violations } = await new AxeBuilder({ page }).withTags(rules).exclude('[data-live-announcer]').analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  expect.soft(found, page.url()).toEqual([])
  await expectNoSidewaysScroll(page)
}

/** WCAG 1.4.10: nothing is wider than the screen. (A phone's `innerWidth` grows with what is too wide.) */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(overflow, page.url()).toBeLessThanOrEqual(0)
}
