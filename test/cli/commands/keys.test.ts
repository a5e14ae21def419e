import { expect, test } from 'vitest'
import { runWith } from '../memory-io.ts'

test('a key is shown with its configuration', async () => {
  const ran = await runWith(['keys', 'new', 'shop'])
  expect(ran.code).toBe(0)
  expect(ran.stdout).toContain('sekisho_key\n')
  expect(ran.stdout).toContain('[{"name":"shop","hash":"hash"}]')
})

test('a name that cannot stand in a log is refused', async () => {
  const ran = await runWith(['keys', 'new', 'My Shop'])
  expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('lower-case') })
})
