import { expect, test } from 'vitest'
import { repeatsKey } from '../../../src/core/text/json-repeats.ts'

test.each([
  ['a key twice', '{"text":"a","text":"b"}', true],
  ['once escaped', '{"text":"a","\\u0074ext":"b"}', true],
  ['in an object inside', '[{"a":{"b":1,"c":2,"b":3}}]', true],
  ['behind an object inside', '{"a":{"b":1},"a":2}', true],
  ['with room before the colon', '{"a" :1,"a"\n:2}', true],
  ['in two objects', '[{"a":1},{"a":2}]', false],
  ['outside and inside', '{"a":{"a":{"a":1}}}', false],
  ['as a text', '{"a":"a","b":["a","a"]}', false],
  ['in a text', '{"a":"{\\"a\\":1,\\"a\\":2}"}', false],
  ['cut off', '{"a":1,"b', false],
  ['nothing', '', false],
])('%s', (_, text, expected) => {
  expect(repeatsKey(text)).toBe(expected)
})
