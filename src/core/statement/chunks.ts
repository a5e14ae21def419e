/** Tokens of one sentence → noun chunks with their particles, and predicates with their endings. */
import { isGiving, isLightVerb, isReceiving } from './auxiliary-words.ts'
import type { Chunk, Predicate } from './chunk.ts'
import { type Run, readRun } from './noun-run.ts'
import { readParticles, readWay } from './particles.ts'
import { readTail } from './tail.ts'
import { NO_CLASSES, union, type Words } from './words.ts'

/** Tokens, by the first, that stand for one noun (a quotation) or for nothing (brackets). */
export type Skip = ReadonlyMap<number, { to: number; isQuote: boolean }>

const QUOTE: ReadonlySet<string> = new Set(['quotation'])
const COPULA = /^(?:です|だ|や|じゃ|らしい)$/
/** The class of words that say between whom: 直に as 直接, which is a noun. */
const MANNER = 'direct'
/** Classes of words that say something by themselves at a sentence's end: いかが, 駄目. */
const SAYING = ['light', 'eval', 'refuse']

/**
 * Chunks of the tokens `[from, to)`; what stands in brackets or quotation marks is left to the caller, who reads it by
 * itself.
 */
export function readChunks(words: Words, from: number, to: number, skip: Skip): Chunk[] {
  return new ChunkReader(words, from, to, skip).read()
}

type StemWord = Pick<Predicate, 'lemma' | 'classes' | 'sort'> &
  Partial<Pick<Predicate, 'inside' | 'polite' | 'potential'>>

class ChunkReader {
  private readonly chunks: Chunk[] = []

  constructor(
    private readonly words: Words,
    /** The token that is looked at. */
    private i: number,
    private readonly to: number,
    private readonly skip: Skip,
  ) {}

  read(): Chunk[] {
    const { words, to, skip } = this
    while (this.i < to) {
      const { i } = this
      const jump = skip.get(i)
      const pos = words.pos[i]!
      if (jump !== undefined) {
        if (jump.isQuote) this.quotation(jump.to)
        else this.i = jump.to
      } else if (pos === '接頭詞' && i + 1 < to && words.pos[i + 1] === '動詞') this.politeVerb()
      else if (
        words.isNoun(i) ||
        pos === '接頭詞' ||
        (pos === '記号' && words.detail[i] === 'アルファベット')
      )
        this.nominal()
      else if (pos === '動詞') this.verb()
      else if (pos === '形容詞') {
        const lemma = words.base[i]!
        const classes = words.lexicon.find(lemma)?.classes ?? NO_CLASSES
        this.predicate(i, { lemma, classes, sort: 'adjective' })
      } else if (pos === '副詞' || pos === '連体詞' || pos === '接続詞' || pos === '感動詞') this.aside()
      else this.i++
    }
    return this.chunks
  }

  /** A noun chunk of the tokens from the one looked at; it goes on behind the noun's particles. */
  private noun(run: Pick<Run, 'to' | 'head' | 'classes' | 'inside'>, particle: string, after: number): void {
    const { words, i } = this
    this.chunks.push({
      kind: 'noun',
      start: words.start[i]!,
      end: words.end[run.to - 1]!,
      head: run.head,
      classes: run.classes,
      inside: run.inside,
      particle,
      pause: after < this.to && words.isPause(after),
      from: i,
      wide: words.start[i]!,
    })
    this.i = after
  }

  /** A predicate of the tokens from the one looked at to `stem`; it goes on behind its ending. */
  private predicate(stem: number, word: StemWord): void {
    const { words, i } = this
    const { inside = word.classes, polite = false, potential = false } = word
    const tail = readTail(words, stem + 1, this.to, stem)
    if (potential) tail.potential = true
    const { lemma, classes, sort } = word
    this.chunks.push({
      kind: 'predicate',
      start: words.start[i]!,
      lemma,
      classes,
      inside,
      tail,
      polite,
      sort,
      potential,
      from: i,
    })
    this.i = Math.max(tail.to, stem + 1)
  }

  private quotation(end: number): void {
    const { particle, to } = readParticles(this.words, end, this.to)
    this.noun({ to: end, head: '「」', classes: QUOTE, inside: QUOTE }, particle, to)
  }

  /** お渡しする, お会いできますか, ご覧ください; お渡しの: a noun of it. */
  private politeVerb(): void {
    const { words, i, to } = this
    const { entry, count = 1 } = words.longest(i + 1, to) ?? {}
    const stem = i + count
    const lemma = entry?.lemma ?? words.base[stem]!
    const classes = entry?.classes ?? NO_CLASSES
    const { particle, to: after } = readParticles(words, stem + 1, to)
    if (words.pos[stem + 1] === '助詞' && particle !== '' && particle !== 'に') {
      this.noun({ to: stem + 1, head: lemma, classes, inside: classes }, particle, after)
    } else {
      this.predicate(stem, {
        lemma,
        classes,
        sort: 'verb',
        polite: true,
        potential: entry?.potential ?? false,
      })
    }
  }

  private nominal(): void {
    const { words, i, to } = this
    // 声をかける, 友だちになる: one verb of several words.
    const whole = words.longest(i, to)
    if (whole !== undefined && whole.count > 2 && words.pos[i + whole.count - 1] === '動詞') {
      this.predicate(i + whole.count - 1, { ...whole.entry, sort: 'verb' })
      return
    }
    const run = readRun(words, i, to)
    if (run.to === i) {
      this.i++
      return
    }
    const behind = this.behindMarks(run)
    const sort = this.carriedBy(run)
    if (sort !== undefined) {
      const { head: lemma, classes, inside, polite } = run
      this.predicate(run.to - 1, { lemma, classes, inside, sort, polite })
      return
    }
    const own = readParticles(words, behind, to)
    const { particle, to: after } = readWay(words, own.to, to, own.particle)
    this.noun(run, particle, after)
  }

  /**
   * Where the noun's particles are looked for: behind the mark that closes its quotation (「月の舟」で検索) and behind the
   * brackets that say what it is (月謝制(銀行振込)に); what one noun in brackets is, the noun has inside.
   */
  private behindMarks(run: Run): number {
    const { words, skip } = this
    let behind = run.to
    for (let mark = skip.get(behind); mark !== undefined && !mark.isQuote; mark = skip.get(behind)) {
      if (mark.to - behind > 2) {
        const said = readRun(words, behind + 1, mark.to - 1)
        if (said.to === mark.to - 1) run.inside = union(run.inside, said.inside)
      }
      behind = mark.to
    }
    return behind
  }

  /** 連絡する, ご連絡ください, 連絡です: the noun is the predicate. */
  private carriedBy(run: Run): Predicate['sort'] | undefined {
    const { words } = this
    const next = run.to
    if (next >= this.to) return undefined
    const base = words.base[next]!
    if (words.pos[next] === '助動詞') return COPULA.test(base) ? 'noun' : undefined
    const isCarried =
      words.pos[next] === '動詞' &&
      (isLightVerb(base) || ((isReceiving(base) || isGiving(base)) && (run.isVerbal || run.polite)))
    return isCarried && !this.skip.has(next) ? 'verbal-noun' : undefined
  }

  private verb(): void {
    const { words, i, to } = this
    const found = words.longest(i, to)
    const isVerb = found !== undefined && (found.count === 1 || words.pos[i + found.count - 1] === '動詞')
    const stem = isVerb ? i + found.count - 1 : i
    const entry = isVerb ? found.entry : undefined
    this.predicate(stem, {
      lemma: entry?.lemma ?? words.base[stem]!,
      classes: entry?.classes ?? NO_CLASSES,
      sort: 'verb',
      potential: entry?.potential ?? false,
    })
  }

  /** いかが, ぜひ, じかに: at a sentence's end some of them say what is said; how one deals is a slot (直に受ける). */
  private aside(): void {
    const { words, i, to } = this
    const word = words.surface[i]!
    const entry = words.lexicon.find(word)
    const closes =
      i + 1 >= to ||
      words.isPause(i + 1) ||
      words.pos[i + 1] === '助動詞' ||
      (words.pos[i + 1] === '助詞' && words.surface[i + 1] === 'か')
    if (entry !== undefined && closes && SAYING.some((one) => entry.classes.has(one))) {
      this.predicate(i, { lemma: word, classes: entry.classes, sort: 'adjective' })
      return
    }
    if (entry?.classes.has(MANNER) === true) {
      const { lemma: head, classes } = entry
      this.noun({ to: i + 1, head, classes, inside: classes }, '', i + 1)
      return
    }
    this.chunks.push({ kind: 'aside', start: words.start[i]!, end: words.end[i]!, word })
    this.i++
  }
}
