/**
 * What of a text a reader is shown, and the way back: long texts are cut to the places in question with what stands around
 * them, and an answer's words are looked for only where the reader can have seen them.
 */
import { overlaps, type Span } from '../text/span.ts'

/**
 * The text with every code unit in its place, as it can be written into JSON without growing: what no reader sees anyway
 * (controls, halves of characters) becomes a space.
 */
export const legible = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0009\u000b-\u001f\u007f\ufffd]/g, ' ')

/** Half a character is nothing to begin or end with. */
const whole = (text: string, at: number, step: -1 | 1): number =>
  at > 0 && at < text.length && /[\udc00-\udfff]/.test(text.charAt(at)) ? at + step : at

/** The parts of a text around places, in order, apart from one another. */
export function partsAround(text: string, places: readonly Span[], radius: number): Span[] {
  const parts: Span[] = []
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    const part = {
      start: whole(text, Math.max(0, start - radius), -1),
      end: whole(text, Math.min(text.length, end + radius), 1),
    }
    const last = parts.at(-1)
    if (last !== undefined && part.start <= last.end) {
      parts[parts.length - 1] = { start: last.start, end: Math.max(last.end, part.end) }
    } else parts.push(part)
  }
  return parts
}

const LEFT_OUT = '…(略)…'

export function writeParts(text: string, parts: readonly Span[]): string {
  const shown = parts.map(({ start, end }) => legible(text.slice(start, end))).join(LEFT_OUT)
  const before = (parts[0]?.start ?? 0) > 0 ? LEFT_OUT : ''
  const behind = (parts.at(-1)?.end ?? text.length) < text.length ? LEFT_OUT : ''
  return before + shown + behind
}

/** Characters that readers drop or change when they copy: white space and what has no width. */
const UNSEEN = /[\s\p{Cf}]/u

interface Stripped {
  readonly text: string
  /** Where each code unit stands in the text; one more at the end. */
  readonly at: readonly number[]
}

function strip(text: string, start: number): Stripped {
  let stripped = ''
  const at: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index)
    if (UNSEEN.test(unit)) continue
    stripped += unit
    at.push(start + index)
  }
  return { text: stripped, at }
}

/**
 * Where words stand in the parts of a text; of several places the one that meets a place in question.
 *
 * @returns `undefined` where they stand nowhere in what was shown.
 */
export function findWords(
  words: string,
  text: string,
  parts: readonly Span[],
  places: readonly Span[],
): Span | undefined {
  if (!words.isWellFormed()) return undefined
  const sought = strip(words.trim().replace(/^「(.*)」$/s, '$1'), 0).text
  if (sought === '') return undefined
  let first: Span | undefined
  for (const { start, end } of parts) {
    const { text: stripped, at } = strip(legible(text.slice(start, end)), start)
    for (let from = stripped.indexOf(sought); from >= 0; from = stripped.indexOf(sought, from + 1)) {
      const span = { start: at[from]!, end: at[from + sought.length - 1]! + 1 }
      if (places.some((place) => overlaps(place, span))) return span
      first ??= span
    }
  }
  return first
}
