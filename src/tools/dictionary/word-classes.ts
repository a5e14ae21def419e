/**
 * What words have in common apart from surface, cost and reading. IPADIC's 392,126 words share some 1,300 classes, so
 * that a word is four bytes.
 */
import type { DictionaryTables } from '../../core/morph/dictionary-format.ts'
import type { SourceWord } from './kuromoji-source.ts'

export interface WordClasses {
  /** By the place of the word in the list that was given. */
  readonly idOf: Uint16Array
  /** The section `classes`. */
  readonly table: Uint16Array
  readonly tuples: DictionaryTables['tuples']
  readonly edits: DictionaryTables['edits']
  /** Classes from this number on belong to user entries. */
  readonly firstUser: number
}

/** @param contextNumbers the new numbers of contexts, by the old. */
export function classifyWords(words: readonly SourceWord[], contextNumbers: Uint16Array): WordClasses {
  const found = new Map<string, { word: SourceWord; edit: string; key: string; places: number[] }>()
  for (const [place, word] of words.entries()) {
    const edit = editOf(word)
    const key = `${word.user},${word.left},${word.right},${word.tuple},${edit}`
    const same = found.get(key)
    if (same) same.places.push(place)
    else found.set(key, { word, edit, key, places: [place] })
  }
  const sorted = [...found.values()].sort(
    (a, b) =>
      Number(a.word.user) - Number(b.word.user) ||
      contextNumbers[a.word.left]! - contextNumbers[b.word.left]! ||
      contextNumbers[a.word.right]! - contextNumbers[b.word.right]! ||
      (a.key < b.key ? -1 : 1),
  )
  const tuples = [...new Set(sorted.map(({ word }) => word.tuple))]
  const edits = [...new Set(sorted.map(({ edit }) => edit))]
  const idOf = new Uint16Array(words.length)
  const table = sorted.flatMap(({ word, edit, places }, id) => {
    for (const place of places) idOf[place] = id
    const contexts = [contextNumbers[word.left]!, contextNumbers[word.right]!]
    return [...contexts, tuples.indexOf(word.tuple), edits.indexOf(edit)]
  })
  return {
    idOf,
    table: Uint16Array.from(table),
    tuples: tuples.map((tuple) => tuple.split(',')) as unknown as DictionaryTables['tuples'],
    edits: edits.map((edit) => [Number.parseInt(edit, 10), edit.slice(edit.indexOf(' ') + 1)] as const),
    firstUser: sorted.filter(({ word }) => !word.user).length,
  }
}

/** How the base form is made: code units to cut from the end of the surface, a space, and what to append. */
function editOf({ surface, baseForm }: SourceWord): string {
  if (surface === baseForm) return '0 '
  let same = 0
  while (same < surface.length && surface[same] === baseForm[same]) same++
  return `${surface.length - same} ${baseForm.slice(same)}`
}
