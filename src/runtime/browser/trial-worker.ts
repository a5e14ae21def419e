/**
 * Changed packs against those of the build, inside of a Web Worker: reading, examples, and every text twice. A newer
 * request, or `stop`, ends the one before.
 */
import type { RuleLinter } from '../../core/lint/create-linter.ts'
import type { Tokenizer } from '../../core/morph/token.ts'
import { assembleLinter } from '../../packs/assemble.ts'
import { changePacks, differencesOf, sampleTexts } from '../../packs/compare-packs.ts'
import type { LinterData } from '../../packs/linter-data.ts'
import type { FromTrial, ToTrial, TrialFiles, TrialRequest, TrialRow } from '../../packs/trial-protocol.ts'
import { openData } from './open-data.ts'
import { unpackBeside } from './unpacker.ts'

/** Milliseconds between two words to the page. */
const REPORT_MS = 100

const say = (message: FromTrial): void => self.postMessage(message)

interface Opened {
  readonly data: LinterData
  readonly tokenizer: Tokenizer
  readonly inForce: RuleLinter
}

let opened: Promise<Opened> | undefined
let newest = 0

async function open({ brotli, ...files }: TrialFiles): Promise<Opened> {
  const unpack = unpackBeside(new URL('unpack.js', self.location.href), brotli)
  const { data, words } = await openData(files, unpack)
  const tokenizer = await words
  return { data, tokenizer, inForce: assembleLinter(data, tokenizer) }
}

/** A turn of the event loop, in which a newer message may come. */
const breathe = () => new Promise((resolve) => setTimeout(resolve))

async function compare({ id, changed, texts, context, marketplaces }: TrialRequest): Promise<void> {
  const { data, tokenizer, inForce } = await opened!
  if (id !== newest) return
  const { linter, faults, ids } = changePacks(data, new Map(changed), tokenizer)
  say({ kind: 'read', id, faults, usable: linter !== undefined, ids })
  if (linter === undefined) return
  const all = texts === 'samples' ? sampleTexts(inForce, linter) : texts
  const known = [...new Set([...inForce.marketplaces, ...linter.marketplaces])]
  const asked = marketplaces.length === 0 ? known : known.filter((one) => marketplaces.includes(one))
  let rows: TrialRow[] = []
  let reported = performance.now()
  for (const [at, text] of all.entries()) {
    const placed = { ...text, context: { ...context, ...text.context } }
    const differences = differencesOf(inForce, linter, placed, asked)
    if (differences.length > 0) {
      rows.push({
        at,
        text: text.text,
        differences,
        ...(text.rule === undefined ? {} : { rule: text.rule }),
      })
    }
    if (performance.now() - reported < REPORT_MS) continue
    say({ kind: 'rows', id, done: at + 1, total: all.length, rows })
    rows = []
    await breathe()
    if (id !== newest) return
    reported = performance.now()
  }
  say({ kind: 'rows', id, done: all.length, total: all.length, rows })
}

const fail = (fault: unknown): void =>
  say({ kind: 'failed', says: fault instanceof Error ? fault.message : String(fault) })

self.addEventListener('message', ({ data: message }: MessageEvent<ToTrial>) => {
  if (message.kind === 'open') {
    opened = open(message.files)
    opened.then(() => say({ kind: 'ready' }), fail)
  } else if (message.kind === 'stop') newest = 0
  else {
    newest = message.id
    compare(message).catch(fail)
  }
})
