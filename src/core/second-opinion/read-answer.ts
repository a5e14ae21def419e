/** A reply's text → answers. Nothing that is not exactly an answer counts as one. */
import * as z from 'zod'
import { type Answer, answerSchema } from '../contract/second-opinion.ts'

/** Characters; an honest answer to a full question is a tenth of it. */
const LONGEST = 20_000

/** Braces that are tried; prose full of them is no answer. */
const TRIES = 100

const severalSchema = z.object({ answers: z.array(z.object({ n: z.int() }).loose()).max(100) })

/**
 * The answers to a question about some messages, in their order; `undefined` for each that was not answered.
 *
 * Prose and fences around the JSON are passed over. Where more than one object in it could be the answer there is none, and
 * one that a message has written itself is never the reader's.
 *
 * @param messages their texts
 */
export function readAnswers(text: string, messages: readonly string[]): readonly (Answer | undefined)[] {
  const count = messages.length
  const none = Array.from({ length: count }, () => undefined)
  if (text.length > LONGEST) return none
  const written = messages.map(squeeze)
  const objects = objectsIn(text).flatMap(({ value, source }) =>
    written.some((message) => message.includes(squeeze(source))) ? [] : [value],
  )
  if (count === 1) {
    const answers = objects.flatMap((object) => {
      const parsed = answerSchema.safeParse(object)
      return parsed.success ? [parsed.data] : []
    })
    return answers.length === 1 ? answers : none
  }
  const lists = objects.flatMap((object) => {
    const parsed = severalSchema.safeParse(object)
    return parsed.success ? [parsed.data.answers] : []
  })
  if (lists.length !== 1) return none
  return none.map((_, index) => {
    const mine = lists[0]!.filter(({ n }) => n === index + 1)
    if (mine.length !== 1) return undefined
    const parsed = answerSchema.safeParse(mine[0])
    return parsed.success ? parsed.data : undefined
  })
}

const squeeze = (text: string): string => text.replace(/\s/g, '')

/** The outermost JSON objects in a text. */
function objectsIn(text: string): { value: unknown; source: string }[] {
  const objects: { value: unknown; source: string }[] = []
  let tries = 0
  for (let at = text.indexOf('{'); at >= 0 && tries < TRIES; tries += 1) {
    const end = closing(text, at)
    const parsed = end === undefined ? undefined : parse(text.slice(at, end))
    if (parsed !== undefined) objects.push({ value: parsed, source: text.slice(at, end) })
    // A brace that closes nothing is prose.
    at = text.indexOf('{', parsed === undefined ? at + 1 : end!)
  }
  return objects
}

/** Behind the brace that closes the one at `start`; `undefined` where none does. */
function closing(text: string, start: number): number | undefined {
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
