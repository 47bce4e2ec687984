import { defineConfig } from 'vitest/config'

/** Rules are pure and quick; service tests share one machine with Postgres, so files run a few at a time. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      { test: { name: 'rules', include: ['test/rules/**/*.test.ts'] } },
      {
        test: {
          name: 'service',
          globalSetup: 'test/support/prepare.ts',
          include: ['test/service/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: { name: 'runtimes', include: ['test/runtimes/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
})
