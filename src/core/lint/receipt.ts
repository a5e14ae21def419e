/**
 * A receipt: proof that this Sekisho, with these packs, gave this report for this text in this context.
 *
 * An HMAC-SHA-256 over the hash of the text, the context, and all of the report. Whoever holds the secret can check it,
 * and replay the submission to the same bytes.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { LintReport, PackRef, Receipt } from '../contract/report.ts'
import type { Submission } from '../contract/submission.ts'
import { digestOf } from './parts.ts'

/** Stands in what is signed, so that another layout can never be taken for this one. */
const LAYOUT = 'sekisho-receipt-1'

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** JSON with its keys in order: where reports are kept (a database's JSON columns) may put them into another. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )

/**
 * @param report without a receipt, or with one that is passed over.
 * @param secret of any length; 32 random bytes in hex are a good one.
 * @param parts what the digest in the report is over; it holds them, so they need no signature of their own.
 */
export function signReport(
  submission: Submission,
  report: LintReport,
  secret: string,
  parts?: readonly PackRef[],
): Receipt {
  const textHash = hash(submission.text)
  const { text: _, ...context } = submission
  const { receipt: __, ...rest } = report
  const signed = canonicalJson([LAYOUT, textHash, context, rest])
  return {
    key: hash(`${LAYOUT}:${secret}`).slice(0, 16),
    textHash,
    mac: macOf(signed, secret),
    ...(parts === undefined ? {} : { parts: [...parts] }),
  }
}

/** Stands in what is signed of a document or a thread, which has no one text. */
const DOCUMENT_LAYOUT = 'sekisho-document-receipt-1'

/** What was asked about a document or a thread, as it was sent, and what was answered. */
export interface SignedDocument {
  /** The body of the request: the document under its key, and the context beside it. */
  readonly asked: object
  /** Without a receipt, or with one that is passed over. */
  readonly report: object
}

/** `textHash` is that of all that was asked: a document's texts stand all over it. */
export function signDocument({ asked, report }: SignedDocument, secret: string): Receipt {
  const textHash = hash(canonicalJson(asked))
  const { receipt: _, ...rest } = report as { readonly receipt?: Receipt }
  return {
    key: hash(`${LAYOUT}:${secret}`).slice(0, 16),
    textHash,
    mac: macOf(canonicalJson([DOCUMENT_LAYOUT, textHash, rest]), secret),
  }
}

export const checkDocumentReceipt = (document: SignedDocument, secret: string): ReceiptCheck =>
  compare((document.report as { readonly receipt?: Receipt }).receipt, () => signDocument(document, secret))

const macOf = (signed: string, secret: string): string =>
  bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(signed)))

export type ReceiptCheck =
  /** The report is the one that was signed for this submission. */
  | 'valid'
  /** Report, text or context are not what was signed. */
  | 'wrong'
  /** It was signed with another secret. */
  | 'other-key'
  | 'no-receipt'

export function checkReceipt(submission: Submission, report: LintReport, secret: string): ReceiptCheck {
  const check = compare(report.receipt, () => signReport(submission, report, secret))
  const parts = report.receipt?.parts
  return check === 'valid' && parts !== undefined && digestOf(parts) !== report.pack?.digest ? 'wrong' : check
}

function compare(receipt: Receipt | undefined, sign: () => Receipt): ReceiptCheck {
  if (receipt === undefined) return 'no-receipt'
  const expected = sign()
  if (receipt.key !== expected.key) return 'other-key'
  const same = receipt.textHash === expected.textHash && equalInConstantTime(receipt.mac, expected.mac)
  return same ? 'valid' : 'wrong'
}

function equalInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < b.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  return difference === 0
}
