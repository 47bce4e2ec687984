import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameParts } from '../../src/domain/names.ts'

test.each([
  ['Åsa-Märta Öberg', ['åsa', 'märta', 'öberg']],
  ['ÅSA', ['åsa']],
  ['A\u030Asa', ['åsa']],
  ['José Núñez', ['jose', 'nunez']],
  ['Søren Kjær', ['sören', 'kjär']],
  ['Ǽgir Ǿrsted', ['ägir', 'örsted']],
  ['Müller', ['muller']],
  ['Weiß', ['weiss']],
  ["Sean O'Brien", ['sean', 'obrien']],
  ['İpek Yıldız', ['ipek', 'yildiz']],
  ['Anna M. von Post', ['anna', 'von', 'post']],
  ['Anna  Anna', ['anna']],
  ['سارة علي', ['سارة', 'علي']],
  ['  ', []],
])('%j is found by %j', (name, parts) => {
  expect(nameParts(name)).toEqual(parts)
})

test('a name is found by its parts in any writing: case, order of accents, spaces or hyphens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const parts = nameParts(name)
      expect(nameParts(parts.join('-'))).toEqual(parts)
      expect(nameParts(name.normalize('NFD'))).toEqual(parts)
    }),
  )
})
