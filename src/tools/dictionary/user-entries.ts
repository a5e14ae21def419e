/**
 * Reads dictionaries/*.csv: the project's own words, one a line, in MeCab's CSV form (see dictionaries/README.md).
 */
import type { SourceWord } from './kuromoji-source.ts'

/** What is wrong with a line of a user dictionary. */
export interface EntryFault {
  readonly file: string
  readonly line: number
  readonly fault: string
}

const FIELDS =
  'surface,left,right,cost,pos,pos1,pos2,pos3,conjugation type,conjugation form,base form,reading'

/**
 * @param ipadic the words whose parts of speech, contexts and costs the entries may use.
 * Entries that fail are left out and reported, all at once.
 */
export function readUserEntries(
  files: readonly { readonly name: string; readonly text: string }[],
  ipadic: readonly SourceWord[],
): { entries: SourceWord[]; faults: EntryFault[] } {
  const contexts = contextsOf(ipadic)
  const entries: SourceWord[] = []
  const faults: EntryFault[] = []
  const seen = new Map<string, string>()
  for (const { name: file, text } of files) {
    for (const [index, content] of text.split(/\r?\n/).entries()) {
      if (content === '' || content.startsWith('# ')) continue
      const entry = parseEntry(content, contexts)
      const key = typeof entry === 'string' ? '' : `${entry.surface},${entry.tuple}`
      const line = index + 1
      if (typeof entry === 'string') faults.push({ file, line, fault: entry })
      else if (seen.has(key)) faults.push({ file, line, fault: `the same word stands in ${seen.get(key)}` })
      else {
        seen.set(key, `${file}:${line}`)
        entries.push(entry)
      }
    }
  }
  return { entries, faults }
}

/** The word of a line, or what is wrong with the line. */
function parseEntry(content: string, contexts: ReturnType<typeof contextsOf>): SourceWord | string {
  const fields = splitFields(content)
  if (fields.length < 12 || fields.length > 13) return `12 or 13 fields are needed: ${FIELDS}`
  const [surface = '', left = '', right = '', cost = ''] = fields
  const tuple = fields.slice(4, 10).join()
  const known = contexts.get(tuple)
  if (surface === '') return 'the surface is empty'
  if (!known) return `IPADIC has no word of the part of speech ${tuple}`
  const numbers = {
    left: Number(left || known.left),
    right: Number(right || known.right),
    cost: Number(cost || estimateCost(surface)),
  }
  if (!Object.values(numbers).every((number) => Number.isInteger(number) && Math.abs(number) < 32_768)) {
    return 'left, right and cost must be integers, or empty'
  }
  return {
    surface,
    ...numbers,
    tuple,
    baseForm: fields[10] || surface,
    reading: fields[11] ?? '',
    user: true,
  }
}

/** The fields of a line of CSV; a field with a comma or a quotation mark stands in quotation marks. */
function splitFields(content: string): string[] {
  const fields = `,${content}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)
  return Array.from(fields, ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!.trim())
}

/** The commonest contexts of IPADIC's words of each part of speech. */
function contextsOf(words: readonly SourceWord[]): Map<string, { left: number; right: number }> {
  const counts = new Map<string, Map<string, number>>()
  for (const { tuple, left, right } of words) {
    const ofTuple = counts.get(tuple) ?? new Map<string, number>()
    counts.set(tuple, ofTuple)
    ofTuple.set(`${left},${right}`, (ofTuple.get(`${left},${right}`) ?? 0) + 1)
  }
  const contexts = new Map<string, { left: number; right: number }>()
  for (const [key, ofTuple] of counts) {
    const [commonest] = [...ofTuple].sort((a, b) => b[1] - a[1])
    const [left = 0, right = 0] = commonest![0].split(',').map(Number)
    contexts.set(key, { left, right })
  }
  return contexts
}

/**
 * A cost that wins against the two or three pieces that IPADIC would cut the word into (each is 3,000 to 8,000), and
 * yet is no bargain: a word that costs next to nothing would be found inside other words. Long words can hardly be
 * found by accident, and have more pieces to win against.
 */
function estimateCost(surface: string): number {
  return Math.max(-3000, 3000 - 500 * Math.max(0, surface.length - 2))
}
