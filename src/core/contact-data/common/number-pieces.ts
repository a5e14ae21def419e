/**
 * The pieces that a number may be pulled apart into within one text: 「最初は090、次に 1234…」.
 */
import type { DigitAtom, DigitRun } from './digit-reader.ts'

export interface NumberPiece {
  readonly start: number
  readonly end: number
  readonly digits: string
}

const LOOSE = /[\s、。,「」『』()[\]→|:]/
const SUM = /(0?)(\d{1,5})\s?([-−–+＋])\s?(\d{1,5})(?![\d-])/g
/** 「の前に0を付けた」 behind a sum. */
const ZERO_BEFORE = /^\s?(?:の|に)?(?:前|頭|先頭|まえ)に(?:0|ゼロ|〇|零)/

const piece = (atoms: readonly DigitAtom[]): NumberPiece => ({
  start: atoms[0]!.start,
  end: atoms.at(-1)!.end,
  digits: atoms.map((atom) => atom.digit).join(''),
})

/** Takes weak words off both ends, unless a bracket closes right behind them: 「ぜろよんご」. */
const trimmed = (text: string, atoms: readonly DigitAtom[]): readonly DigitAtom[] => {
  let from = 0
  let to = atoms.length
  while (from < to && atoms[from]!.form === 'weak') from++
  if (/[」』】)"]/.test(text[atoms.at(-1)!.end] ?? '')) return atoms.slice(from)
  while (to > from && atoms[to - 1]!.form === 'weak') to--
  return atoms.slice(from, to)
}

/** So many digits that stand alone are told one by one: ゼロ、ご、ゼロ. */
const FEWEST_TOLD = 3

/** Where the parts of a run begin: a clause or bracket ends before them, and they are not told one by one. */
function partsOf(run: DigitRun): number[] {
  const starts = [0]
  for (let at = 1; at < run.length; at++) if (LOOSE.test(run[at]!.gap)) starts.push(at)
  return starts.filter((start, index) => {
    const isAlone = (at: number): boolean => (starts[at + 1] ?? run.length) - starts[at]! === 1
    if (index === 0 || !isAlone(index) || !isAlone(index - 1)) return true
    const { gap } = run[start]!
    const isSame = (at: number): boolean =>
      at > 0 && at < starts.length && isAlone(at) && isAlone(at - 1) && run[starts[at]!]!.gap === gap
    return !(isSame(index - 1) || isSame(index + 1)) || starts.length < FEWEST_TOLD
  })
}

/** Cuts runs where a clause or bracket ends; a reading given in brackets behind figures, 248(によい), is no piece. */
export const numberPieces = (text: string, runs: readonly DigitRun[]): NumberPiece[] => {
  const pieces: NumberPiece[] = []
  for (const run of runs) {
    const starts = partsOf(run)
    for (const [index, from] of starts.entries()) {
      const atoms = run.slice(from, starts[index + 1] ?? run.length)
      const before = run[from - 1]
      const gloss =
        before?.form === 'ascii' &&
        atoms[0]!.gap.startsWith('(') &&
        atoms.every((atom) => atom.form !== 'ascii')
      const kept = gloss ? [] : trimmed(text, atoms)
      // `O2` is a label: letters are figures only among figures.
      const label = kept.length < 3 && kept.some((atom) => atom.form === 'letter')
      if (!label && (kept.length > 1 || kept[0]?.form === 'ascii')) pieces.push(piece(kept))
    }
  }
  return pieces
}

/** The sums of a text as pieces: 「1500−266」 is 1234, 「100−10 の前に0を付けた」 is 090. */
export const sumPieces = (text: string): NumberPiece[] =>
  [...text.matchAll(SUM)].flatMap((match) => {
    const [whole, zero, left, sign, right] = match
    const result = /[+＋]/.test(sign!) ? Number(left) + Number(right) : Number(left) - Number(right)
    if (result < 0) return []
    const end = match.index + whole.length
    const behind = ZERO_BEFORE.exec(text.slice(end, end + 12))?.[0] ?? ''
    return [{ start: match.index, end: end + behind.length, digits: `${behind ? '0' : zero}${result}` }]
  })
