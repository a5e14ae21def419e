/** `POST /v1/explain`: how a text was read, for people who write rules. */
import * as z from 'zod'
import { explanationSchema } from '../../core/contract/explanation.ts'
import { pointer } from '../field-faults.ts'
import { Problem } from '../problem.ts'
import { BODY_PROBLEMS, json, route } from '../route.ts'

export const explainRoute = route({
  method: 'POST',
  path: '/v1/explain',
  operation: 'explain',
  tag: 'Rules',
  summary: 'How was this text read?',
  description:
    'The plain view, the morphemes with what was undone to get to them, the sentences with what each says, and the ' +
    'services and contact data that were recognised. No rule is asked. All spans are in the text as it was sent.',
  needsKey: true,
  body: {
    schema: z.strictObject({ text: z.string() }),
    examples: {
      wide: { summary: 'Full-width letters and an address', value: { text: 'ＬＩＮＥかuser@gmail.comへ' } },
    },
  },
  answers: { 200: json(explanationSchema, 'The reading') },
  problems: [...BODY_PROBLEMS, 'not-ready', 'text-too-long'],
  handle({ c, deps, body, linter }) {
    const { textLength } = deps.limits
    if (body.text.length > textLength) {
      const detail = `Has ${body.text.length} UTF-16 code units; at most ${textLength}.`
      throw new Problem('text-too-long', {
        errors: [{ pointer: pointer(['text']), code: 'too-long', detail }],
        limit: textLength,
        unit: 'utf-16 code units',
      })
    }
    return c.json(linter().explain(body.text))
  },
})
