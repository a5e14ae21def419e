/**
 * Whether a candidate stands as a word of its own. Names are parts of ordinary words (オンライン, ガイドライン, outline),
 * so what touches a candidate decides: for katakana and Latin the neighbouring characters, for hiragana the tokens.
 */
import type { Token } from '../morph/token.ts'
import { characterAt, characterBefore } from '../text/character.ts'
import { partitionPoint } from '../text/partition-point.ts'
import type { Span } from '../text/span.ts'

export interface SurroundingTables {
  readonly afterNames: readonly string[]
  readonly beforeNames: readonly string[]
  readonly particles: readonly string[]
}

const KATAKANA = /^[ァ-ヺー]$/
const HIRAGANA = /^[ぁ-ゖ]$/
const HAN = /^[\p{Script=Han}々]$/u
const LATIN = /^\p{Script=Latin}$/u
const DIGIT = /^[0-9]$/
const REGIONAL = /^\p{Regional_Indicator}$/u
/** Parts of speech that a word may follow without a gap. */
const CLOSED = new Set(['助詞', '助動詞', '記号', '接続詞', '感動詞', '連体詞', '副詞', 'フィラー', '接頭詞'])
const SHORT_PARTICLE = /^[はがをでにのともへば]$/
/** How far an address is looked for around a name. */
const REACH = 120
const LONGEST_HEAD = 12
const LONG_ENOUGH = 4

/** Long words in hiragana do not come about by chance. */
const isLong = ({ start, end }: Span): boolean => end - start >= 6

export class Surroundings {
  constructor(
    readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly tables: SurroundingTables,
  ) {}

  private tokenEndingAt(end: number): Token | undefined {
    const { tokens } = this
    const token = tokens[partitionPoint(tokens.length, (index) => tokens[index]!.end >= end)]
    return token?.end === end ? token : undefined
  }

  before(span: Span): string {
    return characterBefore(this.text, span.start)
  }

  after(span: Span): string {
    return characterAt(this.text, span.end)
  }

  /** Whether nothing on either side makes the candidate a part of another word. */
  isWord(span: Span, isOrdinary: boolean): boolean {
    return this.isOpenBefore(span, isOrdinary) && this.isOpenAfter(span, isOrdinary)
  }

  /** Whether a particle of one kana stands before: 添削は|ら。い。ん. */
  followsParticle(span: Span): boolean {
    return SHORT_PARTICLE.test(this.before(span))
  }

  private isOpenBefore(span: Span, isOrdinary: boolean): boolean {
    const first = characterAt(this.text, span.start)
    const before = this.before(span)
    if (before === '') return true
    if (KATAKANA.test(first)) {
      if (KATAKANA.test(before)) return this.endsWithHead(span.start)
      return !isOrdinary || !HAN.test(before) || this.endsWithHead(span.start)
    }
    if (HIRAGANA.test(first)) {
      if (!HIRAGANA.test(before) || isLong(span)) return true
      const token = this.tokenEndingAt(span.start)
      if (token !== undefined && CLOSED.has(token.pos[0])) return true
      // 続きはらいんで is cut as 続き|はらい|んで: a particle that is followed by a name and another particle.
      const earlier = this.tokenEndingAt(span.start - 1)
      return (
        earlier !== undefined &&
        // には, からは: before a longer name two particles are no chance either.
        (earlier.pos[0] !== '助詞' || span.end - span.start >= LONG_ENOUGH) &&
        earlier.pos[0] !== '記号' &&
        SHORT_PARTICLE.test(before) &&
        this.startsWithParticle(span.end)
      )
    }
    if (LATIN.test(first) || DIGIT.test(first)) return !LATIN.test(before) && !DIGIT.test(before)
    if (REGIONAL.test(first)) return !REGIONAL.test(before)
    return true
  }

  private isOpenAfter(span: Span, isOrdinary: boolean): boolean {
    const last = characterBefore(this.text, span.end)
    const after = this.after(span)
    if (after === '') return true
    if (KATAKANA.test(last)) {
      if (KATAKANA.test(after)) return this.startsWithTail(span.end)
      return !isOrdinary || !HAN.test(after) || this.startsWithTail(span.end) || this.startsVerb(span.end)
    }
    if (HIRAGANA.test(last)) {
      if (HIRAGANA.test(after)) return isLong(span) || this.startsWithParticle(span.end)
      return !isOrdinary || !HAN.test(after) || this.startsWithTail(span.end) || this.startsVerb(span.end)
    }
    if (LATIN.test(last) || DIGIT.test(last))
      return !LATIN.test(after) && (isOrdinary ? !DIGIT.test(after) : true)
    if (REGIONAL.test(last)) return !REGIONAL.test(after)
    return true
  }

  /** ライン|教えて: who chats leaves particles out. */
  private startsVerb(at: number): boolean {
    const { tokens } = this
    const token = tokens[partitionPoint(tokens.length, (index) => tokens[index]!.start >= at)]
    return token?.start === at && token.pos[0] === '動詞'
  }

  startsWithTail(at: number): boolean {
    return this.tables.afterNames.some((word) => this.text.startsWith(word, at))
  }

  startsWithParticle(at: number): boolean {
    return this.tables.particles.some((word) => this.text.startsWith(word, at))
  }

  private endsWithHead(at: number): boolean {
    const before = this.text.slice(Math.max(0, at - LONGEST_HEAD), at)
    return this.tables.beforeNames.some((word) => before.endsWith(word))
  }

  /** Whether Latin letters stand in an address, an identifier or a file name: line-height, @line_taro, a.line.jp. */
  isInsideIdentifier(span: Span, isOrdinary: boolean): boolean {
    const before = this.text.slice(Math.max(0, span.start - REACH), span.start)
    const after = this.text.slice(span.end, span.end + REACH)
    if (/@[\w.-]*$/.test(before) || /^[\w.+-]*@[\w-]+\./.test(after)) return true
    if (/:\/\/(?:(?!:\/\/)[!-~])*$/.test(before)) return true
    if (/[A-Za-z0-9][.-]$/.test(before) || /^\.[A-Za-z0-9]/.test(after)) return true
    if (/^-(?!ID\b|id\b|Id\b)[A-Za-z0-9]/.test(after)) return true
    return isOrdinary && (/[-_./@#$<=\\{}`~*&%+"']$/.test(before) || /^[-_/#$>=\\{}`~*&%+"'([:]/.test(after))
  }

  /** Whether a lone letter (X) stands where a service may be named: not in iPhone X, X軸, 3 x 4. */
  isLoneLetter(span: Span): boolean {
    const before = this.text.slice(Math.max(0, span.start - 2), span.start)
    const after = this.text.slice(span.end, span.end + 8)
    if (/[A-Za-z0-9] $|[A-Za-z0-9\-_./@+=*^'"&#%$]$/.test(before)) return false
    if (/^[-_./@+=*^'"&#%$]|^ ?[A-Za-z0-9]/.test(after)) return false
    return !HAN.test(characterAt(after, 0)) || this.startsWithTail(span.end)
  }
}
