/** The kind of browser, so that a person knows their own sign-ins again. Nothing more exact is kept. */

export const browsers = ['edge', 'chrome', 'firefox', 'safari'] as const
export type Browser = (typeof browsers)[number]
export const systems = ['windows', 'mac', 'ios', 'android', 'linux'] as const
export type System = (typeof systems)[number]

export interface BrowserKind {
  browser: Browser | null
  system: System | null
}

// In this order: Edge calls itself Chrome too, and Chrome calls itself Safari; Android calls itself Linux.
const browserMarks: readonly (readonly [RegExp, Browser])[] = [
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/(Chrome|Chromium|CriOS)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
]
const systemMarks: readonly (readonly [RegExp, System])[] = [
  [/\b(iPhone|iPad)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\bMacintosh\b/, 'mac'],
  [/\bLinux\b/, 'linux'],
]

export function browserKindOf(userAgent: string): BrowserKind {
  const markOf = <Kind>(marks: readonly (readonly [RegExp, Kind])[]) =>
    marks.find(([mark]) => mark.test(userAgent))?.[1] ?? null
  return { browser: markOf(browserMarks), system: markOf(systemMarks) }
}
