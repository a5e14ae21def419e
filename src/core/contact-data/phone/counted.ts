/**
 * Figures that say something else by their own shape: times, dates, IP addresses, decimals, amounts, ranges. None of
 * them is a part of a number, whatever the text says of putting figures in a row.
 */
import type { Span } from '../../text/span.ts'
import { SpanSet } from '../../text/span-set.ts'
import type { NumberWords } from '../common/tables.ts'

const SHAPES: readonly RegExp[] = [
  // 09:00, 12:34:56, 9時30分
  /(?<![\d:])(?:[01]?\d|2\d):[0-5]\d(?::[0-5]\d)?(?![\d:])/g,
  /(?<!\d)(?:[01]?\d|2\d)時(?:[0-5]?\d分|半)?/g,
  // 2025-09-01, 9/1, 9月1日
  /(?<!\d)(?:19|20)\d{2}[-/.年](?:0?[1-9]|1[0-2])(?:[-/.月](?:0?[1-9]|[12]\d|3[01]))?(?!\d)/g,
  /(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])(?![\d/])/g,
  /(?<!\d)(?:0?[1-9]|1[0-2])月(?:0?[1-9]|[12]\d|3[01])日/g,
  // 192.168.0.1, 72.5cm, 1,080円
  /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])/g,
  /(?<![\d.])\d{1,4}\.\d{1,2}(?![\d.])/g,
  // 9.12.34.5678: a number that is cut with points begins with a zero or goes on as 4.4
  /(?<![\d.])[1-9]\d{0,4}(?:\.\d{1,6}){2,8}(?![\d.])/g,
  /(?<![\d,])\d{1,3},\d{3}(?:,\d{3})*(?![\d,])/g,
  // 第3章, ¥500, #080808, 1080×1920
  /第\d{1,4}|[¥#]\d{1,8}|\d{2,5}[×x]\d{2,5}/g,
]

const NOTHING = new SpanSet()

/** Figures that are counted, dated or measured: by their shape, or by the word before them. */
export class CountedFigures {
  readonly #shapes: readonly RegExp[]

  constructor({ counted: { measures, versions, parts } }: NumberWords) {
    this.#shapes = [
      ...SHAPES,
      // v2.10, バージョンは2024.1102
      new RegExp(
        `${oneOf(versions)}\\.?(?:番号)?[ :=はがの]{0,2}\\d{1,5}(?:\\.\\d{1,6}){1,8}(?![\\d.])`,
        'gi',
      ),
      // 第3章 090, A列 090: what a chapter or column has
      new RegExp(`(?:第\\d{1,4}|[A-Z])${oneOf(parts)}\\s?[:は]?\\s?\\d{1,6}`, 'g'),
      // バスト080, 背丈は38.5, 肩幅37: what is measured of people and things
      new RegExp(`${oneOf(measures)}[はがも:=約\\s]{0,3}\\d{1,3}(?:\\.\\d{1,2})?(?!\\d)`, 'g'),
    ]
  }

  /** Where such figures stand in a text. */
  in(text: string): SpanSet {
    if (!/\d/.test(text)) return NOTHING
    return new SpanSet(
      this.#shapes.flatMap((shape) =>
        [...text.matchAll(shape)].map(({ index, 0: found }) => ({
          start: index,
          end: index + found.length,
        })),
      ),
    )
  }
}

/** Words as alternatives, the longest first; a Latin one does not begin within another. */
const oneOf = (words: readonly string[]): string =>
  `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => (/^[A-Za-z]/.test(word) ? `(?<![A-Za-z])${word}` : word))
    .join('|')})`

/** Whether all figures of a span belong to such figures. */
export const isAllCounted = (text: string, counted: SpanSet, { start, end }: Span): boolean => {
  for (let at = start; at < end; at++) {
    if (/\d/.test(text[at]!) && !counted.hasOverlap({ start: at, end: at + 1 })) return false
  }
  return counted.hasOverlap({ start, end })
}

const SUMMED =
  /^[」』)]?\s?の\s?(?:\d{1,2}|[二三四五])(?:枚|点|個|件|つ|冊|本|案|種|色|曲|名|人|番|ページ|ファイル)/
const SUMMED_REACH = 12

/** 080、5512、0873の3枚: names of so many things end here. */
export const isSummed = (text: string, end: number): boolean =>
  SUMMED.test(text.slice(end, end + SUMMED_REACH))
