import { connect, createServer } from 'node:net'

/** Long enough that everything that is sent without waiting for an answer is seen to be. */
const delayMilliseconds = 10

export interface Trips {
  url: string
  /** Round trips to Postgres since last asked. */
  taken(): number
  close(): void
}

/**
 * A wire to Postgres on which every answer takes a while. A round trip is counted when something is sent after an answer
 * has come: what goes out together costs one, however many statements it is.
 */
export async function wireTo(target: string): Promise<Trips> {
  const url = new URL(target)
  const [host, port] = [url.hostname, Number(url.port || 5432)]
  let trips = 0
  const wire = createServer((near) => {
    const far = connect(port, host)
    let answered = true
    near.on('data', (bytes) => {
      if (answered) trips += 1
      answered = false
      far.write(bytes)
    })
    far.on('data', (bytes) => {
      setTimeout(() => {
        answered = true
        near.write(bytes)
      }, delayMilliseconds)
    })
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      end.on('error', () => other.destroy())
      end.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
  const address = wire.address()
  if (!address || typeof address === 'string') throw new Error('the wire has no port')
  url.hostname = '127.0.0.1'
  url.port = String(address.port)
  return {
    url: url.href,
    taken() {
      const taken = trips
      trips = 0
      return taken
    },
    close: () => void wire.close(),
  }
}
