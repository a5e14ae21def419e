/** `sekisho audit`: what will hold up a review of an account, for the person who owns it. */
import { type Command, Option } from 'commander'
import type { Verdict } from '../../core/contract/report.ts'
import { type AcceptOptions, addAcceptOption, openAcceptance } from '../accept/accept-options.ts'
import { type AttachmentOptions, addAttachmentOption, openAttachments } from '../attachments.ts'
import { Audit } from '../audit/audit.ts'
import { auditsAsHtml } from '../audit/html.ts'
import { auditForTerminal } from '../audit/terminal.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import type { Formatter } from '../format/formatter.ts'
import { addInputOptions, type InputOptions, jobsOf, readOptionsOf } from '../input-options.ts'
import type { Io } from '../io.ts'
import { createPool } from '../lint-pool.ts'
import { runLint } from '../lint-run.ts'
import { openOutput } from '../output.ts'
import { listInputs } from '../readers/list-inputs.ts'
import { reaches } from '../tally.ts'
import { addVideoOptions, openVideoLibrary, type VideoOptions } from '../videos/video-library.ts'

interface AuditOptions extends InputOptions, VideoOptions, AttachmentOptions, AcceptOptions {
  readonly html?: string
  readonly failOn: Verdict
}

export const addAuditCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  const command = program
    .command('audit')
    .description('look at a whole account before a review: what will hold it up, and what to do')
    .argument('<input...>', 'exports of accounts, talkrooms, tables')
  addAcceptOption(addAttachmentOption(addVideoOptions(addInputOptions(command))))
    .option('--html <file>', 'write the report as one self-contained HTML file too')
    .addOption(
      new Option('--fail-on <verdict>', 'exit with 1 from this verdict on')
        .choices(['warn', 'review', 'block'])
        .default('review'),
    )
    .action(async (args: string[], options: AuditOptions) => {
      done(await audit(args, options, io))
    })
}

const audit = async (args: readonly string[], options: AuditOptions, io: Io): Promise<ExitCode> => {
  const inputs = await listInputs(args, io, options.html)
  const engine = await io.loadEngine(options.rules)
  const readOptions = {
    ...readOptionsOf(options, engine, io),
    lookUpVideo: await openVideoLibrary(inputs, options, io),
    lookUpAttachment: await openAttachments(options, io),
  }
  const packs = engine.linter.packs.map(({ spec }) => spec)
  const look = {
    colour: io.stdout.isTerminal && io.env('NO_COLOR') === undefined,
    width: Math.min(io.stdout.columns, 120),
  }
  const audits: Audit[] = []
  const formatter: Formatter = {
    event(event) {
      if (event.type === 'begin') audits.push(new Audit(event.file, packs))
      audits.at(-1)?.add(event)
      if (event.type !== 'end') return ''
      const gap = audits.length > 1 ? '\n' : ''
      return `${gap}${auditForTerminal(audits.at(-1)!, look)}`
    },
    end: () => '',
  }
  const acceptance = await openAcceptance(options, io)
  const pool = createPool(io, engine, jobsOf(options, io), options.rules)
  const output = await openOutput(undefined, io)
  try {
    const { tally, interruptedAt } = await runLint(
      { inputs, readOptions, pool, formatter, output, acceptance },
      io,
    )
    if (options.html !== undefined) await io.files.replace(options.html, await auditsAsHtml(audits))
    if (interruptedAt) {
      await io.stderr.write(`中断しました。${interruptedAt.file}の途中までのレポートです。\n`)
      return EXIT.interrupted
    }
    if (tally.faults > 0) return EXIT.input
    return reaches(tally.verdict, options.failOn) ? EXIT.findings : EXIT.clean
  } finally {
    await pool.close()
  }
}
