/** `POST /v1/passport`: one text, its verdict in every marketplace, channel and phase that is asked for. */
import * as z from 'zod'
import { reportSchema } from '../../core/contract/report.ts'
import {
  channelSchema,
  marketplaceSchema,
  phaseSchema,
  submissionSchema,
} from '../../core/contract/submission.ts'
import { createBreather } from '../breather.ts'
import { lintByRules } from '../lint-submission.ts'
import { Problem } from '../problem.ts'
import { BODY_PROBLEMS, json, LINT_PROBLEMS, route } from '../route.ts'

const bodySchema = submissionSchema.omit({ id: true, marketplace: true, channel: true, phase: true }).extend({
  /** All that are loaded and that the key may use, where this is missing. */
  marketplaces: z.array(marketplaceSchema).min(1).optional(),
  channels: z.array(channelSchema).min(1).default(['message']),
  phases: z.array(phaseSchema).min(1).default(['before_contract', 'in_contract']),
})

const passportSchema = z.object({
  /** By marketplace, then channel, then phase, in the order that was asked. */
  cells: z.array(
    z.object({
      marketplace: z.string(),
      channel: channelSchema,
      phase: phaseSchema,
      report: reportSchema,
    }),
  ),
})

export type PassportBody = z.input<typeof bodySchema>
export type Passport = z.output<typeof passportSchema>

export const passportRoute = route({
  method: 'POST',
  path: '/v1/passport',
  operation: 'passport',
  tag: 'Lint',
  summary: 'One text, the verdict everywhere',
  needsKey: true,
  body: {
    schema: bodySchema,
    examples: {
      drive: {
        summary: 'A Drive link: blocked, asked about and allowed',
        value: {
          text: '資料はこちらです。https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz/view',
          channels: ['message', 'talkroom'],
        },
      },
    },
  },
  answers: { 200: json(passportSchema, 'One report for each') },
  problems: [...BODY_PROBLEMS, ...LINT_PROBLEMS],
  async handle(call) {
    const { marketplaces, channels, phases, ...context } = call.body
    const { passportCells, textLength } = call.deps.limits
    const asked = marketplaces ?? call.key?.marketplaces ?? call.linter().marketplaces
    const cells = asked.flatMap((marketplace) =>
      channels.flatMap((channel) => phases.map((phase) => ({ marketplace, channel, phase }))),
    )
    // The cells together cost no more than a handful of the longest texts.
    const affordable = Math.max(
      1,
      Math.min(passportCells, Math.floor((textLength * 10) / (context.text.length + 1))),
    )
    if (cells.length > affordable) {
      throw new Problem('too-many', {
        detail: `${cells.length} combinations are asked for; with this text at most ${affordable}.`,
        limit: affordable,
        unit: 'items',
      })
    }
    await call.allowance.texts(cells.length)
    const breathe = createBreather(call.deps)
    const answered: Passport['cells'] = []
    for (const cell of cells) {
      answered.push({ ...cell, report: await lintByRules(call, { ...context, ...cell }) })
      await breathe()
    }
    return call.c.json({ cells: answered })
  },
})
