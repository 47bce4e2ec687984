import { makeStore } from './store.ts'

/** What is searched for. A name or a number must not stand in an address or in the browser's history, so it lives here. */
export const searchText = makeStore('')
