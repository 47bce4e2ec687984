import type { Hono } from 'hono'

/** A browser of somebody's: it keeps cookies, here and at the provider, and follows where it is led. */
export interface Visitor {
  readonly cookies: Map<string, string>
  /** Asks the service. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** From the service's own page to the provider, there with that account, and back: the service's answer to it. */
  signIn(path: string, account: string, acr?: string): Promise<Response>
  /** As far as the way back: where the provider sends the browser. */
  comeBackFrom(path: string, account: string, acr?: string): Promise<URL>
  call(procedure: string): Promise<{ status: number; data: unknown }>
}

function keep(jar: Map<string, string>, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';')
    const [name = '', ...value] = pair.split('=')
    if (/max-age=0/i.test(cookie) || value.join('=') === '') jar.delete(name)
    else jar.set(name, value.join('='))
  }
}

const header = (jar: Map<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

export function visitorOf(app: Hono, ownAddress: string, userAgent = ''): Visitor {
  const here = new Map<string, string>()
  const there = new Map<string, string>()

  const ask: Visitor['ask'] = async (path, init = {}) => {
    const headers = { 'user-agent': userAgent, cookie: header(here), ...init.headers }
    const response = await app.request(`${ownAddress}${path}`, { ...init, headers })
    keep(here, response)
    return response
  }
  const askThere = async (address: string, body?: URLSearchParams) => {
    const headers = { cookie: header(there) }
    const response = await fetch(address, { method: body ? 'POST' : 'GET', body, headers, redirect: 'manual' })
    keep(there, response)
    return response
  }

  const comeBackFrom: Visitor['comeBackFrom'] = async (path, account, acr = 'loa3') => {
    const started = await ask(path)
    let address = started.headers.get('location') ?? ''
    for (let hops = 0; hops < 8; hops++) {
      if (address.startsWith(ownAddress) || address.startsWith('/')) return new URL(address, ownAddress)
      let response = await askThere(address)
      if (response.status === 200) response = await askThere(address, new URLSearchParams({ account, acr }))
      const next = response.headers.get('location')
      if (!next) throw new Error(`${address} answered ${response.status}: ${await response.text()}`)
      address = new URL(next, address).href
    }
    throw new Error('it goes round and round')
  }

  return {
    cookies: here,
    ask,
    comeBackFrom,
    async signIn(path, account, acr) {
      const back = await comeBackFrom(path, account, acr)
      return ask(back.pathname + back.search)
    },
    async call(procedure) {
      const response = await ask(`/trpc/${procedure}`)
      return { status: response.status, data: (await response.json()).result?.data }
    },
  }
}
