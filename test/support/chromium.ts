/** Debian's package puts it here. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'
