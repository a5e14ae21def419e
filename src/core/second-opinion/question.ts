/** Inquiries → questions: the law, the messages as data, what an answer looks like; all of it within a length. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { REDIRECT_CATEGORIES } from '../contract/category.ts'
import { READINGS } from '../contract/second-opinion.ts'
import { phaseOf } from '../contract/where.ts'
import type { PackSpec } from '../rules/rule-spec.ts'
import type { Span } from '../text/span.ts'
import { ANSWERING, ANSWERING_SEVERAL, READING, TASK } from './guide.ts'
import type { Inquiry } from './inquiry.ts'
import { lawInShort } from './law-in-short.ts'
import { CHANNEL_NAMES, PHASE_NAMES, ROLE_NAMES } from './names.ts'
import type { Question } from './second-opinion.ts'
import { legible, partsAround, writeParts } from './shown-text.ts'

/** Characters of a whole question, system and user. */
export const QUESTION_LENGTH = 6000
/** Characters of the messages in it, as JSON; the rest is law and guide. */
const MESSAGES_LENGTH = 3200
/** More messages at once, and readers mix them up. */
const MESSAGES = 6

/** Ways to show less, until it fits. */
const CUTS = [
  { radius: Number.POSITIVE_INFINITY, messages: 4, characters: 240, places: 8 },
  { radius: 400, messages: 4, characters: 160, places: 8 },
  { radius: 160, messages: 3, characters: 120, places: 8 },
  { radius: 80, messages: 2, characters: 80, places: 6 },
  { radius: 30, messages: 1, characters: 60, places: 4 },
  { radius: 30, messages: 0, characters: 0, places: 1 },
] as const
type Cut = (typeof CUTS)[number]

/** A place may be a whole block (a puzzle): of such a one its beginning is shown. */
const PLACE_LENGTH = 400
const EXCERPT_LENGTH = 60
const CONTEXT_LENGTH = 60

/** An inquiry as it is shown. */
export interface ShownInquiry {
  readonly inquiry: Inquiry
  readonly entry: object
  /** The parts of the text that the reader sees. */
  readonly parts: readonly Span[]
}

export interface AskedQuestion extends Question {
  readonly shown: readonly ShownInquiry[]
}

const clip = (text: string, length: number): string =>
  text.length <= length ? legible(text) : `${legible(text.slice(0, length)).toWellFormed()}…`

function show(inquiry: Inquiry): ShownInquiry {
  for (const cut of CUTS) {
    const shown = showWith(cut, inquiry)
    if (JSON.stringify(shown.entry).length <= MESSAGES_LENGTH - ENVELOPE) return shown
  }
  // The last cut fits whatever it is given (a test holds it to that).
  return showWith(CUTS[CUTS.length - 1]!, inquiry)
}

/** What stands around an entry when there are several: `{"文章":[{"n":1,…}]}`. */
const ENVELOPE = 40

function showWith({ radius, messages, characters, places: count }: Cut, inquiry: Inquiry): ShownInquiry {
  const { submission } = inquiry
  const { text, history, category, jobTitle } = submission
  const places = inquiry.places.slice(0, count)
  const spans = places.map(({ span: { start, end } }) => ({
    start,
    end: Math.min(end, start + PLACE_LENGTH),
  }))
  const parts =
    radius === Number.POSITIVE_INFINITY ? [{ start: 0, end: text.length }] : partsAround(text, spans, radius)
  const before = messages === 0 ? [] : history.slice(-messages)
  return {
    inquiry,
    parts,
    entry: {
      場所: `${CHANNEL_NAMES[submission.channel]}、${PHASE_NAMES[phaseOf(submission)]}`,
      書き手: ROLE_NAMES[submission.role],
      ...(category === undefined ? {} : { サービス: clip(category, CONTEXT_LENGTH) }),
      ...(jobTitle === undefined ? {} : { 仕事: clip(jobTitle, CONTEXT_LENGTH) }),
      ...(submission.purpose === undefined ? {} : { 用途: '制作物に載せるデータ' }),
      ...(before.length === 0
        ? {}
        : {
            前のやり取り: before.map(
              ({ role, text: said }) => `${ROLE_NAMES[role]}: ${clip(said, characters)}`,
            ),
          }),
      本文: writeParts(text, parts),
      決められなかった言葉: places.map(
        ({ category: what, excerpt }) => `「${clip(excerpt, EXCERPT_LENGTH)}」(${what})`,
      ),
    },
  }
}

const ASKED = z.object({
  verdict: z.enum(READINGS),
  findings: z.array(
    z.object({ category: z.enum(REDIRECT_CATEGORIES), words: z.string(), reason: z.string() }),
  ),
})
/** What an answer about one message looks like. */
export const ANSWER_SCHEMA = jsonSchema(ASKED)
const SCHEMA_OF_SEVERAL = jsonSchema(z.object({ answers: z.array(z.object({ n: z.int(), ...ASKED.shape })) }))

/** As the services that make answers fit a schema want it: closed objects, nothing optional. */
function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    override: ({ jsonSchema: target }) => {
      // Not all of them know bounds; answers are checked when they come.
      for (const key of ['maxLength', 'minLength', 'maxItems', 'minimum', 'maximum'] as const)
        delete target[key]
    },
  })
  return rest
}

/** The question about one inquiry. */
export const questionOf = (inquiry: Inquiry, packs: readonly PackSpec[]): AskedQuestion =>
  ask([show(inquiry)], lawInShort(packs, inquiry.submission))

/**
 * As few questions as there may be: inquiries under the same law together, in their order, as long as they are short.
 */
export function questionsOf(inquiries: readonly Inquiry[], packs: readonly PackSpec[]): AskedQuestion[] {
  const groups = new Map<string, { law: string; shown: ShownInquiry[]; length: number }[]>()
  for (const inquiry of inquiries) {
    const law = lawInShort(packs, inquiry.submission)
    const shown = show(inquiry)
    const length = JSON.stringify(shown.entry).length + 10
    const batches = groups.get(law) ?? []
    groups.set(law, batches)
    const last = batches.at(-1)
    if (
      last !== undefined &&
      last.shown.length < MESSAGES &&
      last.length + length <= MESSAGES_LENGTH - ENVELOPE
    ) {
      last.shown.push(shown)
      last.length += length
    } else batches.push({ law, shown: [shown], length })
  }
  return [...groups.values()].flat().map(({ law, shown }) => ask(shown, law))
}

function ask(shown: readonly ShownInquiry[], law: string): AskedQuestion {
  const several = shown.length > 1
  return {
    shown,
    system: [TASK, law, READING, ANSWERING, ...(several ? [ANSWERING_SEVERAL] : [])].join('\n\n'),
    user: JSON.stringify(
      several ? { 文章: shown.map(({ entry }, index) => ({ n: index + 1, ...entry })) } : shown[0]!.entry,
    ),
    schema: several ? SCHEMA_OF_SEVERAL : ANSWER_SCHEMA,
  }
}

/** Digest of all that a reader is told: another law or another doubt is another question. */
export const questionDigest = ({ system, user }: Question): string =>
  bytesToHex(sha256(utf8ToBytes(`${system}\n${user}`))).slice(0, 32)
