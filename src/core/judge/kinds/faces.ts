/** `kind: faces`: faces made of marks (^^;, (>_<)), laughs in brackets (笑), and laughs at the end of a sentence (w). */
import * as z from 'zod'
import type { Detection, DetectorKind } from '../detector.ts'
import type { Document } from '../document.ts'

const schema = z.strictObject({
  kind: z.literal('faces'),
  /** Marks that stand for eyes: a face has two of them. */
  eyes: z.string().min(1).max(80),
  /** Marks that a face may have beside its eyes. */
  parts: z.string().min(1).max(200),
  /** Words that laugh or weep in brackets: (笑). */
  bracketed: z.array(z.string().min(1).max(8)).default([]),
  /** Words that do so at the end of a sentence, behind kana or a mark: しましたw */
  closing: z.array(z.string().min(1).max(8)).default([]),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

const escaped = (text: string): string => text.replace(/[\\\]^$.*+?()[{}|/-]/g, '\\$&')
const STOP = /[。!?！？、\s]/

const WORDS = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー。!?、]/u
const END = /^$|[\s。!?]/

/** Whether a laugh stands behind words, and nothing goes on behind it. */
const closes = (text: string, start: number, end: number): boolean =>
  start > 0 && WORDS.test(text[start - 1]!) && END.test(text[end] ?? '')

/** Whether two eyes look out of the marks. */
function looks(marks: string, eyes: ReadonlySet<string>): boolean {
  let found = 0
  for (const mark of marks) if (eyes.has(mark)) found++
  return found >= 2
}

/** A face or a laugh goes; where it closed a sentence, a 。 takes its place. */
function replacementFor(document: Document, start: number, end: number): string {
  const { text } = document.plain
  const before = text[start - 1] ?? '\n'
  const after = text[end] ?? '\n'
  if (STOP.test(before) || /[。!?、)」』]/.test(after)) return ''
  return /\s/.test(after) ? '。' : ''
}

export const facesKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'faces',
  schema,
  compile(settings, tools) {
    const eyes = new Set(tools.normalize(settings.eyes))
    const marks = [...new Set([...eyes, ...tools.normalize(settings.parts)])]
      .map(escaped)
      .join('')
      .replaceAll(' ', '')
    const one = (words: readonly string[]): string =>
      words.map((word) => escaped(tools.normalize(word))).join('|')
    const inBrackets = new RegExp(`m?\\((?:(?: ?[${marks}]){2,14} ?\\)m?|[${marks}]{2,14})`, 'gu')
    const bare = /\^[_.oー-]?\^[;:*]?|(?<![a-z])(?:orz|m\(_ ?_\)m)(?![a-z])/giu
    const laughs =
      settings.bracketed.length === 0 ? undefined : new RegExp(`\\((?:${one(settings.bracketed)})\\)`, 'gu')
    // www is w said again: both in one repetition could be read in more ways than one can try.
    const closing = settings.closing.filter(
      (word) => !settings.closing.some((other) => other !== word && word.replaceAll(other, '') === ''),
    )
    const tails = settings.closing.length === 0 ? undefined : new RegExp(`(?:${one(closing)})+`, 'gu')
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document): readonly Detection[] {
        const { folded } = document
        const found: Detection[] = []
        for (const pattern of [inBrackets, bare, laughs, tails]) {
          if (pattern === undefined) continue
          for (const { 0: words, index } of folded.matchAll(pattern)) {
            if (pattern === inBrackets && !looks(words, eyes)) continue
            if (pattern === tails && !closes(folded, index, index + words.length)) continue
            const end = index + words.trimEnd().length
            const span = { start: index, end }
            const replacement = replacementFor(document, index, end)
            found.push({ span, underlined: span, trail: [], replacement })
          }
        }
        return found
      },
    }
  },
}
