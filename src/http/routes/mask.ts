/** `POST /v1/mask`: the text with contact data made unreadable, every position kept. */
import * as z from 'zod'
import { incompleteSchema, spanSchema, VERDICTS } from '../../core/contract/report.ts'
import { submissionSchema } from '../../core/contract/submission.ts'
import { maskSpans } from '../../core/text/mask-spans.ts'
import { lintByRules } from '../lint-submission.ts'
import { BODY_PROBLEMS, json, LINT_PROBLEMS, route } from '../route.ts'

const maskedSchema = z.object({
  /** As long as the text that was sent, in UTF-16 code units; line breaks stay. */
  text: z.string(),
  masked: z.array(z.object({ kind: z.string(), span: spanSchema })),
  verdict: z.enum(VERDICTS),
  /** Not empty: some of the text was not looked at, so contact data may stand in it. */
  incomplete: z.array(incompleteSchema),
})

export type Masked = z.output<typeof maskedSchema>

export const maskRoute = route({
  method: 'POST',
  path: '/v1/mask',
  operation: 'mask',
  tag: 'Lint',
  summary: 'The text with contact data masked',
  description:
    'E-mail addresses, phone numbers, ids and handles, and the links that a rule of the marketplace speaks of, become `*`, ' +
    'one for each UTF-16 code unit, so that the positions of the report still hold.',
  needsKey: true,
  body: {
    schema: submissionSchema,
    examples: {
      email: {
        summary: 'An address and a number',
        value: {
          marketplace: 'coconala',
          text: '購入者様から「tanaka.taro@gmail.com、090-1234-5678」と届きました。',
        },
      },
    },
  },
  answers: { 200: json(maskedSchema, 'The masked text') },
  problems: [...BODY_PROBLEMS, ...LINT_PROBLEMS],
  async handle(call) {
    const { body, c } = call
    const report = await lintByRules(call, body)
    const masked = call
      .linter()
      .contactData(body.text)
      .filter(
        ({ kind, span }) =>
          kind !== 'url' ||
          report.findings.some((finding) => finding.span.start < span.end && span.start < finding.span.end),
      )
    return c.json({
      text: maskSpans(
        body.text,
        masked.map(({ span }) => span),
      ),
      masked,
      verdict: report.verdict,
      incomplete: report.incomplete,
    })
  },
})
