import { limitsByPerson } from '../../src/domain/rate-limits.ts'
import { anySize, expect, expectAccessible, test } from './pages.ts'

test('who searches too often is told to wait, in words, and what was written stays', anySize, async ({ as }) => {
  const page = await as('Daniel Öhrn') // searches in no other test, as the limit is his for minutes
  const ten = Array.from({ length: 10 }, () => ({ text: 'Ingensson' }))
  const tenAtOnce = `/trpc/${ten.map(() => 'search.find').join(',')}?batch=1`
  for (let n = 0; n < limitsByPerson.search.most; n += ten.length) {
    await page.request.post(tenAtOnce, { data: { ...ten } })
  }
  await page.goto('/sok')
  const field = page.getByRole('main').getByRole('searchbox')
  await field.fill('Ingensson')
  await page.getByRole('main').getByRole('button', { name: 'Sök' }).click()

  await expect(page.getByRole('alert')).toHaveText('För många försök på kort tid. Vänta en stund.')
  await expect(field).toHaveValue('Ingensson')
  await expectAccessible(page)
})
