import { defineConfig } from '@playwright/test'
import { chromiumPath } from '../support/chromium.ts'

/** Another port for a second run beside the first; a service that already listens there is used as it is. */
const ownPort = process.env.WEB_PORT
const port = Number(ownPort ?? 3977)
process.env.WEB_PORT_IN_USE = String(port) // for the workers and the last check

/** Real Chromium against the real service: demo data in a folder of its own, a clean one for every run. */
export default defineConfig({
  testDir: '.',
  globalTeardown: './told-check.ts',
  outputDir: '../../test-results',
  reporter: 'list',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromiumPath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      grepInvert: /@any-size/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: `node test/web/serve.ts ${port}`,
    cwd: new URL('../..', import.meta.url).pathname,
    url: `http://127.0.0.1:${port}/health`,
    timeout: 180_000,
    reuseExistingServer: ownPort !== undefined,
  },
})
