/** `sekisho verify`: checks the receipts of reports, and replays their submissions to the same bytes. */
import type { Command } from 'commander'
import * as z from 'zod'
import { receiptSchema, reportSchema } from '../../core/contract/report.ts'
import { submissionSchema } from '../../core/contract/submission.ts'
import {
  canonicalJson,
  checkDocumentReceipt,
  checkReceipt,
  type ReceiptCheck,
} from '../../core/lint/receipt.ts'
import { replay } from '../../core/second-opinion/consult.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { formatFault, UsageError } from '../fault.ts'
import type { Engine, Io } from '../io.ts'
import { readLines } from '../readers/read-lines.ts'
import { replayDocument } from '../replay-document.ts'

const SECRET = 'SEKISHO_RECEIPT_SECRET'

/** What a caller keeps: what was sent, and what was answered. */
const keptSchema = z.strictObject({ submission: submissionSchema, report: reportSchema.loose() })

export const addVerifyCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  program
    .command('verify')
    .description(`check the receipts of kept reports (secret: ${SECRET}), and lint again to the same bytes`)
    .argument(
      '<file...>',
      'JSONL, a line each: {"submission":{…},"report":{…}}, of documents and threads {"asked":{…},"report":{…}}; - is standard input',
    )
    .option('--rules <dir>', 'the rules that were in force, where they are not the built-in ones')
    .action(async (files: string[], options: { rules?: string }) => {
      done(await verify(files, options, io))
    })
}

const verify = async (files: readonly string[], options: { rules?: string }, io: Io): Promise<ExitCode> => {
  const secret = io.env(SECRET)
  if (!secret) throw new UsageError(`${SECRET} is not set`)
  const engine = await io.loadEngine(options.rules)
  let code: ExitCode = EXIT.clean
  for (const file of files) {
    for await (const lines of readLines(file === '-' ? io.stdin() : io.files.read(file))) {
      for (const { line, text, fault } of lines) {
        if (text?.trim() === '') continue
        const kept = fault === undefined && text !== undefined ? parseKept(text) : undefined
        if (kept === undefined) {
          const says = fault ?? 'submissionとreport(文書ではaskedとreport)を持つ1行のJSONではありません。'
          await io.stderr.write(`${formatFault({ file, line, says })}\n`)
          code = EXIT.input
          continue
        }
        const outcome = 'asked' in kept ? judgeDocument(kept, engine, secret) : judge(kept, engine, secret)
        if (outcome !== 'valid' && code === EXIT.clean) code = EXIT.findings
        await io.stdout.write(`${file}:${line}: ${SAYS[outcome]}\n`)
      }
    }
  }
  return code
}

type Outcome = ReceiptCheck | 'other-packs' | 'other-report'

const SAYS: Readonly<Record<Outcome, string>> = {
  valid: '正しい控えです。同じ結果が再現されました。',
  wrong: '控えが一致しません。本文・文脈・結果のどれかが変えられています。',
  'other-key': '別の秘密鍵で署名された控えです。',
  'no-receipt': '控え(receipt)がありません。',
  'other-packs':
    '控えは正しいものですが、当時のルールと違うため再現できません。--rules で当時のルールを指定してください。',
  'other-report':
    '控えは正しいものですが、同じルールで結果が再現されません。プログラムの版を確かめてください。',
}

const judge = ({ submission, report }: Kept, { linter }: Engine, secret: string): Outcome => {
  const check = checkReceipt(submission, report, secret)
  if (check !== 'valid') return check
  if (!linter.marketplaces.includes(submission.marketplace)) return 'other-packs'
  const { receipt: _, ...signed } = report
  const packs = linter.packs.map(({ spec }) => spec)
  // What a second opinion said stands in the report; what it was allowed to change is worked out again.
  const replayed = replay({ submission, report: linter.lint(submission) }, signed, packs)
  if (canonicalJson(replayed.pack) !== canonicalJson(signed.pack)) return 'other-packs'
  return canonicalJson(replayed) === canonicalJson(signed) ? 'valid' : 'other-report'
}

type Kept = z.output<typeof keptSchema>

/** The request about a document or a thread, and its report. */
const keptDocumentSchema = z.strictObject({
  asked: z.unknown().refine((value) => typeof value === 'object' && value !== null),
  report: z.looseObject({ receipt: receiptSchema.optional() }),
})
type KeptDocument = z.output<typeof keptDocumentSchema>

const judgeDocument = ({ asked, report }: KeptDocument, engine: Engine, secret: string): Outcome => {
  const check = checkDocumentReceipt({ asked: asked as object, report }, secret)
  if (check !== 'valid') return check
  const { receipt: _, ...signed } = report
  const replayed = replayDocument(asked as object, signed, engine)
  if (replayed === undefined || canonicalJson(replayed.pack) !== canonicalJson(signed.pack))
    return 'other-packs'
  return canonicalJson(replayed) === canonicalJson(signed) ? 'valid' : 'other-report'
}

const keptLineSchema = z.union([keptSchema, keptDocumentSchema])

const parseKept = (text: string): z.output<typeof keptLineSchema> | undefined => {
  try {
    return keptLineSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
