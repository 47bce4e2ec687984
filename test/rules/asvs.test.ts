import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** `test/security/asvs.md` is evidence only as long as what it points at is there. */

const root = new URL('../..', import.meta.url).pathname
const lines = readFileSync(`${root}test/security/asvs.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [number = '', level = '', what = '', state = '', how = '', shown = ''] = line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim())
    return { number, level, what, state: state.replaceAll('*', ''), how, shown }
  })

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; numbered from 1, level 3 left out after. */
const sections: Record<string, number> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2 },
}

test('every requirement of levels 1 and 2 has its line, once and in order', () => {
  const all = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, place) => `V${section}.${place + 1}`),
  )
  expect(all).toHaveLength(253)
  expect(lines.map(({ number }) => number)).toEqual(all)
})

test('each line says where it stands, and how', () => {
  const states = ['met', 'by the operator', 'not applicable', 'to be shown', 'OPEN']
  expect(lines.filter(({ state, how }) => !states.includes(state) || how === '')).toEqual([])
})

test('what is met is shown by a test, which is there under its title', () => {
  expect(lines.filter(({ state, shown }) => state === 'met' && !shown.includes('“'))).toEqual([])
  const lost = lines.flatMap(({ number, shown }) =>
    [...shown.matchAll(/`(test\/[^`]+)`: “([^”]+(?:”[^”<|]+)?)”/g)].flatMap(([, file = '', title = '']) => {
      const isThere = existsSync(root + file) && readFileSync(root + file, 'utf8').includes(title)
      return isThere ? [] : [`${number} ${file}: ${title}`]
    }),
  )
  expect(lost).toEqual([])
})

test('the summary counts as the lines do', () => {
  const text = readFileSync(`${root}test/security/asvs.md`, 'utf8')
  for (const state of new Set(lines.map((line) => line.state))) {
    const [, count] = new RegExp(`^\\| \\**${state}\\** \\|[^|]*\\| (\\d+) \\|`, 'm').exec(text) ?? []
    expect([state, Number(count)]).toEqual([state, lines.filter((line) => line.state === state).length])
  }
})
