import { spawn } from 'node:child_process'

/** The service, restarted when its source changes, and the web with hot reload in front of it. */
const commands = [
  [
    'node',
    [
      '--watch-path=src/domain',
      '--watch-path=src/db',
      '--watch-path=src/api',
      '--watch-path=src/entry',
      'src/entry/node.ts',
    ],
  ],
  ['vite', ['--config', 'src/web/vite.config.ts']],
] as const

const children = commands.map(([command, args]) => spawn(command, args, { stdio: 'inherit' }))
const stopAll = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.once('SIGINT', stopAll)
process.once('SIGTERM', stopAll)
for (const child of children) child.once('exit', stopAll)
