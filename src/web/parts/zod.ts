import * as z from 'zod/v4'

/** The browser's zod: `vite.config.ts` puts it in place of the package. Our CSP forbids the `eval` it would probe for. */
z.config({ jitless: true })

export * from 'zod/v4'
export { z }
