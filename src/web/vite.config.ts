import { resolve } from 'node:path'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { sizeBudget } from './size-budget.ts'

const here = import.meta.dirname
const server = 'http://127.0.0.1:3000'

export default defineConfig({
  root: here,
  plugins: [
    tanstackRouter({
      target: 'react',
      routesDirectory: resolve(here, 'routes'),
      generatedRouteTree: resolve(here, 'routeTree.gen.ts'),
      autoCodeSplitting: true,
      quoteStyle: 'single',
      semicolons: false,
      disableLogging: true,
    }),
    react(),
    { ...optimizeLocales.vite({ locales: ['sv-SE', 'en-US'] }), enforce: 'pre' },
    sizeBudget({ shell: 150, routes: { '/flagga': 200 } }),
  ],
  // Every schema in the browser, the domain's too, then meets a zod that never probes `eval` (our CSP forbids it).
  resolve: { alias: [{ find: /^zod$/, replacement: resolve(here, 'parts/zod.ts') }] },
  build: {
    outDir: resolve(here, '../../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    // With the slash: '/api' alone would take our own /api.ts too.
    proxy: { '^/(trpc|auth|api|health)(/|$)': server },
  },
})
