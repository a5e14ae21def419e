/** `POST /v1/lint`: one submission in, its report out. */
import { reportSchema } from '../../core/contract/report.ts'
import { submissionSchema } from '../../core/contract/submission.ts'
import { lintSubmission } from '../lint-submission.ts'
import { BODY_PROBLEMS, JsonText, json, LINT_PROBLEMS, route } from '../route.ts'

export const lintRoute = route({
  method: 'POST',
  path: '/v1/lint',
  operation: 'lint',
  tag: 'Lint',
  summary: 'May this be saved?',
  description:
    'Lints one submission. The answer is always 200 when the submission could be read, whatever the verdict; ' +
    'what could not be looked at stands in `incomplete`, and the verdict is then at least `review`.',
  needsKey: true,
  body: {
    schema: submissionSchema,
    examples: {
      proposal: {
        summary: 'A proposal to move to LINE',
        value: { marketplace: 'coconala', channel: 'message', text: '詳しくはLINEで話しませんか' },
      },
      product: {
        summary: 'LINE as a product, which is fine',
        value: { marketplace: 'coconala', channel: 'message', text: 'LINEスタンプを制作しています' },
      },
      history: {
        summary: 'A message in its thread',
        value: {
          marketplace: 'lancers',
          channel: 'message',
          role: 'seller',
          history: [{ role: 'buyer', text: 'メールアドレスを教えていただけますか?' }],
          text: '規約で禁止されているため、こちらのメッセージでお願いいたします。',
        },
      },
    },
  },
  answers: { 200: json(reportSchema, 'The report') },
  problems: [...BODY_PROBLEMS, ...LINT_PROBLEMS],
  async handle(call) {
    return new JsonText(JSON.stringify(await lintSubmission(call, call.body)))
  },
})
