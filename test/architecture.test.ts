/** Holds the floors of the house: who may import whom. The compiler holds the rest (src/core/tsconfig.json). */
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

/** From the ground up: a folder imports from itself and from floors below. Folders of one floor never meet. */
const FLOORS: readonly (readonly string[])[] = [
  ['core/text'],
  ['core/contract'],
  ['core/morph'],
  ['core/pattern'],
  ['core/services'],
  ['core/contact-data/common'],
  ['core/contact-data/link'],
  ['core/contact-data/mail', 'core/contact-data/phone', 'core/contact-data/account'],
  ['core/contact-data'],
  ['core/statement'],
  ['core/judge'],
  ['core/rules'],
  ['core/lint'],
  ['core/second-opinion'],
  ['core/documents'],
  ['packs', 'engine', 'sites'],
  ['http', 'cli', 'web'],
  ['mcp'],
  ['runtime'],
  ['extension'],
]
/** Build time only: may use anything, and nothing may use it. */
const TOOLS = 'tools'
/** The composition roots are the only users of the machine; the command line's readers may stream. */
const MACHINE_FREE = /^(?:core|packs|engine|sites|http|mcp|web)\//

/** Longer files have more than one reason to change. */
const MOST_LINES = 300

interface Import {
  readonly from: string
  readonly to: string
}

const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file))

const IMPORT =
  /^\s*(?:import|export)\b[^'"]*?\bfrom\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm

const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(path.join(root, 'src', from), 'utf8').matchAll(IMPORT)].map((match) => ({
    from,
    to: match[1] ?? match[2] ?? match[3] ?? '',
  })),
)

const folderOf = (file: string): string | undefined =>
  [...FLOORS.flat(), TOOLS].find((folder) => file.startsWith(`${folder}/`))
const floorOf = (folder: string): number => FLOORS.findIndex((floor) => floor.includes(folder))

/** The imported file below src/, where the import is one of our own files. */
const target = ({ from, to }: Import): string | undefined =>
  to.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(from), to)) : undefined

describe('the house', () => {
  test('every file stands on a floor', () => {
    expect(files.filter((file) => folderOf(file) === undefined)).toEqual([])
    expect(files.length).toBeGreaterThan(10)
  })

  test('each folder imports only from floors below', () => {
    const wrong = imports.filter((item) => {
      const to = target(item)
      const fromFolder = folderOf(item.from)
      const toFolder = to === undefined ? undefined : folderOf(to)
      if (to === undefined || to.startsWith('../') || fromFolder === TOOLS || fromFolder === toFolder)
        return false
      return toFolder === undefined || toFolder === TOOLS || floorOf(toFolder) >= floorOf(fromFolder!)
    })
    expect(wrong).toEqual([])
  })

  test('no imports go round in a circle, those of types neither', () => {
    const next = new Map(files.map((file) => [file, new Set<string>()]))
    for (const item of imports) {
      const to = target(item)
      if (to !== undefined && next.has(to)) next.get(item.from)!.add(to)
    }
    // What imports nothing that is left goes, until nothing goes: what stays is in a circle, or leads into one.
    for (let gone = true; gone; ) {
      gone = false
      for (const [file, imported] of next) {
        if ([...imported].some((one) => next.has(one))) continue
        next.delete(file)
        gone = true
      }
    }
    expect([...next.keys()]).toEqual([])
  })

  test('every file is short enough to have one reason to change', () => {
    const long = files.filter(
      (file) =>
        readFileSync(path.join(root, 'src', file), 'utf8')
          .trimEnd()
          .split('\n').length > MOST_LINES,
    )
    expect(long).toEqual([])
  })

  test('only composition roots, the command line and tools touch Node', () => {
    const wrong = imports.filter(
      ({ from, to }) => MACHINE_FREE.test(from) && (to.startsWith('node:') || builtinModules.includes(to)),
    )
    expect(wrong).toEqual([])
  })

  test('stock kuromoji is no part of the product', () => {
    expect(imports.filter(({ from, to }) => to === 'kuromoji' && !from.startsWith(`${TOOLS}/`))).toEqual([])
  })
})
