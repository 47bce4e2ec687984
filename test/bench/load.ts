import { connect, type Socket } from 'node:net'

/** One HTTP/1.1 request with keep-alive, ready to be written to a socket. */
export function get(path: string, cookie = ''): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n\r\n`)
}

export function post(path: string, body: unknown, cookie = ''): Buffer {
  const bytes = Buffer.from(JSON.stringify(body))
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes])
}

/** Answers a second, and milliseconds that half and 99 in 100 of them took at the most. */
export interface Pace {
  rate: number
  p50: number
  p99: number
}

export interface Target {
  port: number
  request(): Buffer
}

const connections = 32

/**
 * Keeps 32 connections busy, one request at a time on each, for so many milliseconds. A plain socket, as Node's own
 * clients cost more than the servers that are measured. Refuses any answer but 200.
 */
export async function load({ port, request }: Target, milliseconds: number): Promise<Pace> {
  const took: number[] = []
  const from = performance.now()
  const until = from + milliseconds
  await Promise.all(Array.from({ length: connections }, () => keepAsking(port, request, until, took)))
  const seconds = (performance.now() - from) / 1000
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN
  return { rate: took.length / seconds, p50: at(0.5), p99: at(0.99) }
}

/** One request and the text of its answer, to see that what is measured is what was meant. */
export async function ask(port: number, request: Buffer): Promise<string> {
  const socket = await opened(port)
  try {
    return await answer(socket, request)
  } finally {
    socket.destroy()
  }
}

async function keepAsking(port: number, request: () => Buffer, until: number, took: number[]): Promise<void> {
  const socket = await opened(port)
  try {
    for (let now = performance.now(); now < until; ) {
      await answer(socket, request())
      const then = now
      now = performance.now()
      took.push(now - then)
    }
  } finally {
    socket.destroy()
  }
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.setNoDelay(true)
    socket.once('error', reject)
  })
}

function answer(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const settle = (act: () => void) => {
      socket.off('data', onData)
      socket.off('error', onError)
      socket.off('close', onClose)
      act()
    }
    const onError = (error: Error) => settle(() => reject(error))
    const onClose = () => onError(new Error('the server hung up'))
    const onData = (chunk: Buffer) => {
      chunks.push(chunk)
      const all = chunks.length === 1 ? chunk : Buffer.concat(chunks)
      const head = all.indexOf('\r\n\r\n')
      if (head < 0 || !isWhole(all, head)) return
      settle(() => {
        const text = all.toString('utf8', head + 4)
        if (all.toString('latin1', 9, 12) === '200') resolve(text)
        else reject(new Error(`${all.toString('latin1', 0, 12)} ${text.slice(0, 500)}`))
      })
    }
    socket.on('data', onData)
    socket.once('error', onError)
    socket.once('close', onClose)
    socket.write(request)
  })
}

function isWhole(all: Buffer, head: number): boolean {
  const [, length] = /content-length: (\d+)/i.exec(all.toString('latin1', 0, head)) ?? []
  return length ? all.length >= head + 4 + Number(length) : all.subarray(-5).equals(Buffer.from('0\r\n\r\n'))
}
