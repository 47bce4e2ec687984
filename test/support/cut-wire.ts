import { connect, createServer, type Socket } from 'node:net'

export interface Wire {
  port: number
  /** Everything that runs through the wire breaks, and nothing new gets in. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/** A wire on loopback to the given port, which a test can cut and mend: the database goes away and comes back. */
export async function openWire(to: { host: string; port: number }): Promise<Wire> {
  const sockets = new Set<Socket>()
  const open = async (port: number) => {
    const server = createServer((near) => {
      const far = connect(to.port, to.host)
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(socket)
        socket.on('error', () => other.destroy())
        socket.on('close', () => sockets.delete(socket))
        socket.pipe(other)
      }
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return server
  }
  let server = await open(0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const cut = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return {
    port,
    cut,
    mend: async () => {
      server = await open(port)
    },
    close: cut,
  }
}
