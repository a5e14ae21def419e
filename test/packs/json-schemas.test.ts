/** The JSON Schemas that editors get: what is authored here fits them, and a slip of the pen does not. */
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { parse, parseDocument } from 'yaml'
import { jsonSchemas, schemaNameOf } from '../../src/packs/json-schemas.ts'

const FILES = globSync(['rules/*.yaml', 'dictionaries/**/*.yaml']).sort()
const ajv = new Ajv2020({ strict: false, validateFormats: false })
const validators = new Map([...jsonSchemas()].map(([name, schema]) => [name, ajv.compile(schema)]))
const validatorOf = (file: string) => validators.get(schemaNameOf(file)!)!

test.each(FILES)('%s fits its schema, and says where it is', (file) => {
  const text = readFileSync(file, 'utf8')
  const [, path] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? []
  expect(normalize(join(dirname(file), path!))).toBe(`dist/schemas/${schemaNameOf(file)}.json`)
  const fits = validatorOf(file)
  fits(parse(text))
  expect(fits.errors ?? []).toEqual([])
})

describe('a slip of the pen is marked', () => {
  const withSlip = (path: (string | number)[], value: unknown) => {
    const document = parseDocument(readFileSync('rules/common-contact.yaml', 'utf8'))
    document.setIn(path, value)
    return document.toJS()
  }
  const fits = validatorOf('rules/common-contact.yaml')

  test.each([
    ['a key that nobody knows', ['rules', 0, 'categroy'], 'contact.email'],
    ['a category that is none', ['rules', 0, 'category'], 'contact.mail'],
    ['a kind of detector that is none', ['rules', 0, 'detect', 'kind'], 'data'],
    ['a setting that its kind does not have', ['rules', 0, 'detect', 'when'], []],
    ['examples without one that must pass', ['rules', 0, 'examples', 'allows'], []],
  ])('%s', (_, path, value) => {
    expect(fits(withSlip(path, value))).toBe(false)
  })

  test('and nothing else is', () => {
    expect(fits(withSlip(['title'], '別の題名'))).toBe(true)
  })
})

test('what the build writes is that', () => {
  for (const [name, schema] of jsonSchemas()) {
    expect(JSON.parse(readFileSync(`dist/schemas/${name}.json`, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(schema)),
    )
  }
})
