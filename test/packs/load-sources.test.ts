/** Authored files → data, with the place of every fault; small files of the test's own. */
import { describe, expect, test } from 'vitest'
import { loadSources, type Sources } from '../../src/packs/load-sources.ts'

const load = (files: Readonly<Record<string, string>>) =>
  loadSources(new Map(Object.entries(files)) as Sources, (text) => `digest of ${text.length}`)

/** Of those that are not about the tables which the test leaves out. */
const faultsOf = (files: Readonly<Record<string, string>>) =>
  load(files)
    .faults.filter(({ message }) => !message.startsWith('is missing'))
    .map(({ file, line, at, message }) => `${file}:${line} ${at}: ${message}`)

const PACK = `kind: common
id: common-it
version: 2026.11.20
title: 例
rules:
  - id: no-it
    category: contact.messenger
    says: だめです。
    detect: { kind: mixed-style }
    examples:
      flags: ['[[あ]]']
      allows: ['い']
`

describe('packs', () => {
  test('come in the order of their files, each with its digest', () => {
    const files = {
      'rules/common-b.yaml': PACK.replace('common-it', 'common-b'),
      'rules/common-a.yaml': PACK,
    }
    expect(load(files).data.packs.map(({ file, digest }) => [file, digest])).toEqual([
      ['rules/common-a.yaml', `digest of ${PACK.length}`],
      ['rules/common-b.yaml', `digest of ${PACK.length - 1}`],
    ])
  })

  test('of one name are told', () => {
    expect(faultsOf({ 'rules/common-a.yaml': PACK, 'rules/common-b.yaml': PACK })).toEqual([
      "rules/common-b.yaml:2 id: another file is the pack 'common-it' already",
    ])
  })

  test('with a key that stands elsewhere are not told to mean it', () => {
    expect(faultsOf({ 'rules/common-a.yaml': PACK.replace('title:', 'title: 例\nname:') })).toEqual([
      "rules/common-a.yaml:5 name: there is no key 'name' here",
    ])
  })

  test('alone have no tables, and none is missing', () => {
    const { data, faults } = load({ 'rules/common-a.yaml': PACK })
    expect(faults).toEqual([])
    expect(data.tables).toEqual({})
  })
})

describe('dictionaries', () => {
  test('of one kind are one, whatever files they stand in', () => {
    const { data } = load({
      'dictionaries/words/a.yaml': 'a: [あ]\n',
      'dictionaries/words/b.yaml': 'b: [い]\n',
    })
    expect(data.language.words).toEqual({ a: ['あ'], b: ['い'] })
  })

  test.each([
    [
      'a name that stands twice',
      { 'dictionaries/words/a.yaml': 'a: [あ]\n', 'dictionaries/words/b.yaml': 'x: [い]\na: [い]\n' },
      'dictionaries/words/b.yaml:2 a: another file has this name already',
    ],
    [
      'a table that nobody reads',
      { 'dictionaries/servises.yaml': 'a: 1\n' },
      "dictionaries/servises.yaml:1 : nobody reads this table; did you mean 'services'?",
    ],
    [
      'a file that nobody reads',
      { 'notes/a.yaml': 'a: 1\n' },
      'notes/a.yaml:1 : nobody reads a file in this place',
    ],
    [
      'weights that are no JSON',
      { 'rules/weights.json': '{' },
      'rules/weights.json:1 : is not JSON; make it with npm run weigh',
    ],
  ])('%s is told', (_, files, says) => {
    expect(faultsOf(files as Record<string, string>)).toEqual([says])
  })

  test('are all needed where there is one', () => {
    const missing = load({ 'dictionaries/words/a.yaml': 'a: [あ]\n' }).faults.map(({ file }) => file)
    expect(missing).toEqual(
      expect.arrayContaining(['dictionaries/services.yaml', 'dictionaries/talkroom.yaml']),
    )
  })
})

test('a fault that is found later has its place: in a pack, in a dictionary, and where nobody knows', () => {
  const { place } = load({
    'rules/common-a.yaml': PACK,
    'dictionaries/words/a.yaml': 'a: [あ]\nb:\n  - い\n  - う\n',
  })
  expect(place('common-it', 'rules[0].says')).toMatchObject({ file: 'rules/common-a.yaml', line: 8 })
  expect(place('dictionaries', 'words.b[1]')).toMatchObject({ file: 'dictionaries/words/a.yaml', line: 4 })
  expect(place('nobody', 'rules[0]')).toEqual({ file: 'nobody', line: 0, column: 0 })
})
