const kept = 'barnlanken.municipality'

/** The municipality that was last signed in through in this browser: its code, which is nobody's secret. */
export const lastPlace = (): string | null => localStorage.getItem(kept)
export const keepLastPlace = (code: string): void => localStorage.setItem(kept, code)
