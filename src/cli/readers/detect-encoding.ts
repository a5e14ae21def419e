/** Which of the encodings of Japanese text bytes are in, told by the bytes. */
import Encoding from 'encoding-japanese'
import { concat } from './byte-lines.ts'

/** As `TextDecoder` knows them. */
export type EncodingName = 'utf-8' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp'

const NAMES: Readonly<Record<string, EncodingName>> = {
  SJIS: 'shift_jis',
  EUCJP: 'euc-jp',
  JIS: 'iso-2022-jp',
}

const LABELS: Readonly<Record<EncodingName, string>> = {
  'utf-8': 'UTF-8',
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'iso-2022-jp': 'ISO-2022-JP',
}

/** As a person knows it. */
export const encodingLabel = (name: EncodingName): string => LABELS[name]

/** More than this tells nothing new. */
const SAMPLE = 65_536

/** UTF-8 where the bytes are that; else what they look like most. */
export const detectEncoding = (parts: readonly Uint8Array[]): EncodingName => {
  const sample = takeSample(parts)
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample)
    return 'utf-8'
  } catch {
    const found = Encoding.detect(sample, ['EUCJP', 'SJIS', 'JIS'])
    return (found && NAMES[found]) || 'utf-8'
  }
}

/** Whole parts only, so that no character is cut in two. */
const takeSample = (parts: readonly Uint8Array[]): Uint8Array => {
  const taken: Uint8Array[] = []
  let length = 0
  for (const part of parts) {
    if (length > 0 && length + part.length > SAMPLE) break
    taken.push(part)
    length += part.length
  }
  return concat(taken, length)
}
