import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

interface Budget {
  /** Kilobytes of gzipped JavaScript before any page: entry and everything it imports statically. */
  shell: number
  /** Shell and page together, for each route whose file name starts so: `{ '/flagga': 200 }`. */
  routes: Record<string, number>
}

interface Piece {
  fileName: string
  code: string
  imports: string[]
  isEntry: boolean
  facadeModuleId: string | null
}

const kilobytes = (bytes: number) => bytes / 1000

function routeOf({ facadeModuleId }: Piece): string | null {
  const file = facadeModuleId?.match(/\/routes\/([^?]+)\.tsx\?/)?.[1]
  return file ? `/${file.replaceAll('.', '/')}` : null
}

/** Prints what each page weighs over the wire, and stops the build when a page has grown past its budget. */
export function sizeBudget(budget: Budget): Plugin {
  return {
    name: 'size-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const pieces = new Map<string, Piece>()
      for (const output of Object.values(bundle)) if (output.type === 'chunk') pieces.set(output.fileName, output)

      const reach = (start: Piece, seen = new Set<string>()): Set<string> => {
        if (seen.has(start.fileName)) return seen
        seen.add(start.fileName)
        for (const name of start.imports) {
          const next = pieces.get(name)
          if (next) reach(next, seen)
        }
        return seen
      }
      const weight = (files: Iterable<string>) =>
        [...files].reduce((sum, file) => sum + gzipSync(pieces.get(file)?.code ?? '', { level: 9 }).length, 0)

      const entry = [...pieces.values()].find((piece) => piece.isEntry)
      if (!entry) return
      const shell = reach(entry)
      const routes = new Map<string, Set<string>>()
      for (const piece of pieces.values()) {
        const route = routeOf(piece)
        if (route) routes.set(route, reach(piece, new Set(routes.get(route) ?? shell)))
      }

      const lines: string[] = []
      const tooBig: string[] = []
      const weigh = (name: string, files: Set<string>, limit?: number) => {
        const size = kilobytes(weight(files))
        lines.push(`  ${name.padEnd(36)}${size.toFixed(1).padStart(7)} kB gz${limit ? `  (at most ${limit})` : ''}`)
        if (limit && size > limit) tooBig.push(`${name} weighs ${size.toFixed(1)} kB, at most ${limit}`)
      }
      weigh('shell', shell, budget.shell)
      for (const [route, files] of [...routes].sort()) {
        const limit = Object.entries(budget.routes).find(([prefix]) => route.startsWith(prefix))?.[1]
        weigh(`shell + ${route}`, files, limit)
      }
      this.info(`\n${lines.join('\n')}`)
      if (tooBig.length) this.error(`Past the size budget: ${tooBig.join('; ')}`)
    },
  }
}
