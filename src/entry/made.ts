/** What is made of the sources at install (`make-ready.ts`): the built pages, and an embedded database to begin from. */
export const builtWeb = new URL('../../dist/web', import.meta.url).pathname
export const emptyDatabase = new URL('../../dist/embedded.tar', import.meta.url).pathname
