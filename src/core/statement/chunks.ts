/** Tokens of one sentence → noun chunks with their particles, and predicates with their endings. */
import { isGiving, isLightVerb, isNominal, isReceiving, readTail, type Tail } from './tail.ts'
import { NO_CLASSES, type Words } from './words.ts'

export interface NounChunk {
  readonly kind: 'noun'
  /** UTF-16 code units, the particle left out. */
  readonly start: number
  readonly end: number
  readonly head: string
  readonly classes: ReadonlySet<string>
  inside: ReadonlySet<string>
  particle: string
  /** A comma or another mark stands behind it. */
  readonly pause: boolean
  /** First token. */
  readonly from: number
  /** Where what stands before it with の begins: 弊社の*アカウント*. */
  wide: number
}

export interface Predicate {
  readonly kind: 'predicate'
  readonly start: number
  readonly lemma: string
  readonly classes: ReadonlySet<string>
  /** Classes of the compound that the predicate is made of: 電話相談する. */
  readonly inside: ReadonlySet<string>
  readonly tail: Tail
  /** お〜, ご〜 before the stem. */
  readonly polite: boolean
  /** A noun with です, an adjective, a verb, or a noun with する. */
  readonly sort: 'verb' | 'verbal-noun' | 'adjective' | 'noun'
  readonly potential: boolean
  readonly from: number
}

/** いかが, ぜひ, 直接, もし: what has no particle and is no noun. */
export interface Aside {
  readonly kind: 'aside'
  readonly start: number
  readonly end: number
  readonly word: string
}

export type Chunk = NounChunk | Predicate | Aside

const PREFIX = /^(?:お|ご|御|貴|各|当|弊|本|同|別)$/u
const CASE = new Set([
  'が',
  'を',
  'に',
  'へ',
  'で',
  'と',
  'から',
  'より',
  'まで',
  'の',
  'は',
  'も',
  'や',
  'か',
  'って',
  'だけ',
  'のみ',
  'なら',
  'でも',
  'など',
  'とか',
  'しか',
  'さえ',
  'ばかり',
  'にて',
  'として',
  'について',
  'に関して',
  'によって',
  'による',
  'を通して',
  'を通じて',
  'をつかって',
  'という',
  'といった',
  'において',
  'における',
  'に対して',
  'こそ',
  'くらい',
  'ほど',
  'ずつ',
  'やら',
  'なんか',
  'なんて',
  'ごと',
  'に対する',
  'に関する',
  'につき',
  'とともに',
  'といっしょに',
  'において',
  'をめぐる',
  'に際して',
  'だの',
])
/** Marks that join names and nouns: LINE・メール, A/B. */
const JOINING = /^[・･/／&＆+＋]$/u
const QUOTE_OPEN = /^[「『“"〝]$/u
const QUOTE_CLOSE: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '“': '”',
  '"': '"',
  '〝': '〟',
}

const union = (one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> =>
  other.size === 0 ? one : one.size === 0 ? other : new Set([...one, ...other])

/** The noun run from `i`: where it ends, its last word and the classes of its words. */
interface Run {
  to: number
  head: string
  classes: ReadonlySet<string>
  inside: ReadonlySet<string>
  /** The last token is a noun that makes a predicate with する. */
  isVerbal: boolean
  polite: boolean
  isPerson: boolean
}

function readRun(words: Words, from: number, limit: number): Run {
  const { surface, pos, detail, named, things, end, start } = words as Words & { things: Words['things'] }
  let inside: ReadonlySet<string> = NO_CLASSES
  let classes: ReadonlySet<string> = NO_CLASSES
  let head = ''
  let polite = false
  let isVerbal = false
  let isPerson = false
  let i = from
  while (i < limit) {
    const thing = named[i]!
    if (thing >= 0) {
      const it = things[thing]!
      if (start[i]! < it.start && i > from && pos[i] !== '名詞') break
      let to = i
      while (to < limit && start[to]! < it.end) to++
      head = ''
      for (let k = i; k < to; k++) head += surface[k]!
      classes = it.classes
      inside = union(inside, classes)
      // A weak name may be an ordinary word as well.
      const entry = words.longest(i, to)
      if (entry !== undefined && entry.count === to - i) {
        classes = union(classes, entry.entry.classes)
        inside = union(inside, classes)
      }
      isVerbal = words.isVerbal(to - 1)
      i = to
      continue
    }
    if (
      pos[i] === '接頭詞' ||
      (PREFIX.test(surface[i]!) && i + 1 < limit && words.isNoun(i + 1) && pos[i] !== '名詞')
    ) {
      if (i > from && /^[おご]$/u.test(surface[i]!)) {
        // A new word begins: 次回ご依頼
      }
      polite ||= /^(?:お|ご|御)$/u.test(surface[i]!)
      const found = words.longest(i, limit)
      if (found !== undefined && found.count > 1 && words.isNoun(i + found.count - 1)) {
        classes = found.entry.classes
        head = found.entry.lemma
        inside = union(inside, classes)
        isVerbal = words.isVerbal(i + found.count - 1)
        i += found.count
        continue
      }
      i++
      continue
    }
    if (pos[i] !== '名詞') {
      // A lexicon entry that is no noun in IPADIC's eyes (あかん, です) is not part of a run; アルファベット marks are.
      if (pos[i] === '記号' && detail[i] === 'アルファベット') {
        head = surface[i]!
        classes = NO_CLASSES
        i++
        continue
      }
      if (
        JOINING.test(surface[i]!) &&
        i > from &&
        i + 1 < limit &&
        end[i] === start[i + 1] &&
        words.isNoun(i + 1)
      ) {
        const next = words.longest(i + 1, limit)
        // Two ways named side by side are two things, not one compound.
        if (named[i + 1]! >= 0 || (next?.entry.classes.size ?? 0) > 0) break
        i++
        continue
      }
      break
    }
    if (detail[i] === '非自立' && isNominal(surface[i]!) && i > from) break
    if (i > from && detail[i] === '代名詞') break
    const found = words.longest(i, limit)
    if (found !== undefined && (words.isNoun(i + found.count - 1) || found.count === 1)) {
      if (i + found.count - 1 < limit && !words.isNoun(i + found.count - 1)) break
      classes = found.entry.classes
      head = found.entry.lemma
      inside = union(inside, classes)
      isVerbal = words.isVerbal(i + found.count - 1)
      i += found.count
      continue
    }
    if (detail[i] === '接尾' && i > from) {
      // 様, さん, 中, 用, 的, 化, 先: a suffix leaves the head's classes, but a person's is a person.
      if (/^(?:様|さま|さん|氏|君|くん|ちゃん|殿|先生|方|がた|達|たち|ら)$/u.test(surface[i]!)) {
        isPerson = true
        if (classes.size === 0) classes = PERSON
        inside = union(inside, classes)
      } else if (/^(?:的|用|風|化|先|元|側|者|版|型|製|系|内|外|上|下|中)$/u.test(surface[i]!)) {
        head += surface[i]!
        inside = union(inside, SUFFIX[surface[i]!] ?? NO_CLASSES)
        if (/^(?:風|版|型|系|用)$/u.test(surface[i]!)) classes = SUFFIX.風!
        else if (surface[i] === '者' && classes.size === 0) classes = PERSON
      }
      isVerbal = words.isVerbal(i)
      i++
      continue
    }
    head = surface[i]!
    classes = NO_CLASSES
    isVerbal = words.isVerbal(i)
    i++
  }
  return { to: i, head, classes, inside, isVerbal, polite, isPerson }
}

const PERSON: ReadonlySet<string> = new Set(['person'])
const SUFFIX: Readonly<Record<string, ReadonlySet<string>>> = { 風: new Set(['likeness']) }

/** The particles behind a noun, joined: で+は, に+も, に+て. */
function readParticles(words: Words, from: number, limit: number): { particle: string; to: number } {
  let particle = ''
  let i = from
  while (i < limit && words.pos[i] === '助詞') {
    const s = words.surface[i]!
    const d = words.detail[i]!
    if (d === '終助詞' || (s === 'か' && (i + 1 >= limit || words.isPause(i + 1)))) break
    if (d === '接続助詞' && particle === '' && s !== 'と' && s !== 'って' && s !== 'で') break
    if (!CASE.has(s) && particle === '') break
    particle = particle === '' ? s : `${particle}${s}`
    i++
  }
  return { particle, to: i }
}

/** 〜の後ろ, 〜を使って: words behind a noun that stand for a particle. */
function readWay(words: Words, i: number, limit: number, particle: string): { particle: string; to: number } {
  const { surface, base } = words
  if (particle === 'を' && i + 1 < limit) {
    if (/^(?:使う|通す|通じる|介す|介する|用いる|利用|使用|経由)$/.test(base[i]!)) {
      let to = i + 1
      if (base[i] === '利用' || base[i] === '使用' || base[i] === '経由') {
        if (base[to] !== 'する' || !/^(?:て|、)$/.test(surface[to + 1] ?? '')) return { particle, to: i }
        return { particle: '経由', to: surface[to + 1] === 'て' ? to + 2 : to + 1 }
      }
      if (
        /^[てで]$/.test(surface[to] ?? '') &&
        !/^(?:いる|おる|ください|下さい|いただく|もらう|いただける|もらえる|くださる|くれる|も|は)$/.test(
          base[to + 1] ?? '',
        )
      ) {
        to++
        return { particle: '経由', to }
      }
    }
    return { particle, to: i }
  }
  if (particle === '' && /^(?:経由|越し|宛|宛て|あて|上|内|限定|のみ|オンリー)$/.test(surface[i] ?? '')) {
    const next = readParticles(words, i + 1, limit)
    return {
      particle: surface[i] === '経由' || surface[i] === '越し' ? '経由' : `${surface[i]}${next.particle}`,
      to: next.to,
    }
  }
  return { particle, to: i }
}

/**
 * Chunks of the tokens `[from, to)`; what stands in brackets or quotation marks is left to the caller, who reads it by
 * itself: `skip` has the spans of tokens that count as one noun.
 */
export function readChunks(
  words: Words,
  from: number,
  to: number,
  skip: ReadonlyMap<number, { to: number; isQuote: boolean }>,
): Chunk[] {
  const { surface, base, pos, detail, start, end } = words
  const chunks: Chunk[] = []
  let i = from
  const noun = (first: number, run: Run, particle: string, after: number): void => {
    chunks.push({
      kind: 'noun',
      start: start[first]!,
      end: end[run.to - 1]!,
      head: run.head,
      classes: run.classes,
      inside: run.inside,
      particle,
      pause: after < to && words.isPause(after),
      from: first,
      wide: start[first]!,
    })
  }
  const predicate = (
    first: number,
    stem: number,
    lemma: string,
    classes: ReadonlySet<string>,
    inside: ReadonlySet<string>,
    sort: Predicate['sort'],
    polite: boolean,
    potential: boolean,
  ): void => {
    const tail = readTail(words, stem + 1, to, stem)
    if (potential) tail.potential = true
    chunks.push({
      kind: 'predicate',
      start: start[first]!,
      lemma,
      classes,
      inside,
      tail,
      polite,
      sort,
      potential,
      from: first,
    })
    i = Math.max(tail.to, stem + 1)
  }
  while (i < to) {
    const jump = skip.get(i)
    if (jump !== undefined) {
      if (jump.isQuote) {
        const { particle, to: after } = readParticles(words, jump.to, to)
        chunks.push({
          kind: 'noun',
          start: start[i]!,
          end: end[jump.to - 1]!,
          head: '「」',
          classes: QUOTE,
          inside: QUOTE,
          particle,
          pause: after < to && words.isPause(after),
          from: i,
          wide: start[i]!,
        })
        i = after
      } else i = jump.to
      continue
    }
    const p = pos[i]!
    const s = surface[i]!
    if (p === '接頭詞' && i + 1 < to && pos[i + 1] === '動詞') {
      // お渡しする, お会いできますか, ご覧ください
      const found = words.longest(i + 1, to)
      const count = found?.count ?? 1
      const stem = i + count
      const entry = found?.entry
      const particles = readParticles(words, stem + 1, to)
      if (pos[stem + 1] === '助詞' && particles.particle !== '' && !/^(?:に)$/.test(particles.particle)) {
        const run: Run = {
          to: stem + 1,
          head: entry?.lemma ?? base[stem]!,
          classes: entry?.classes ?? NO_CLASSES,
          inside: entry?.classes ?? NO_CLASSES,
          isVerbal: true,
          polite: true,
          isPerson: false,
        }
        noun(i, run, particles.particle, particles.to)
        i = particles.to
        continue
      }
      predicate(
        i,
        stem,
        entry?.lemma ?? base[stem]!,
        entry?.classes ?? NO_CLASSES,
        entry?.classes ?? NO_CLASSES,
        'verb',
        true,
        entry?.potential ?? false,
      )
      continue
    }
    if (words.isNoun(i) || p === '接頭詞' || (p === '記号' && detail[i] === 'アルファベット')) {
      // 声をかける, 友だちになる: one verb of several words.
      const whole = words.longest(i, to)
      if (whole !== undefined && whole.count > 2 && pos[i + whole.count - 1] === '動詞') {
        const { entry, count } = whole
        predicate(i, i + count - 1, entry.lemma, entry.classes, entry.classes, 'verb', false, entry.potential)
        continue
      }
      const run = readRun(words, i, to)
      if (run.to === i) {
        i++
        continue
      }
      const next = run.to
      const nextBase = next < to ? base[next]! : ''
      const nextPos = next < to ? pos[next]! : ''
      const isLight =
        nextPos === '動詞' &&
        (isLightVerb(nextBase) ||
          ((isReceiving(nextBase) || isGiving(nextBase)) && (run.isVerbal || run.polite)))
      if (isLight && !skip.has(next)) {
        // 連絡する, ご連絡ください: the noun is the predicate.
        predicate(i, next - 1, run.head, run.classes, run.inside, 'verbal-noun', run.polite, false)
        continue
      }
      const isCopula = nextPos === '助動詞' && /^(?:です|だ|や|じゃ|らしい)$/.test(nextBase)
      if (isCopula && !(nextBase === 'だ' && surface[next] === 'で' && surface[next + 1] === 'も' && false)) {
        predicate(i, next - 1, run.head, run.classes, run.inside, 'noun', run.polite, false)
        continue
      }
      let { particle, to: after } = readParticles(words, next, to)
      ;({ particle, to: after } = readWay(words, after, to, particle))
      if (particle === '' && next >= to && chunks.length > 0) {
        noun(i, run, '', next)
        i = next
        continue
      }
      noun(i, run, particle, after)
      i = after
      continue
    }
    if (p === '動詞') {
      const found = words.longest(i, to)
      const count =
        found !== undefined && (found.count === 1 || pos[i + found.count - 1] === '動詞') ? found.count : 1
      const entry = count === found?.count ? found.entry : undefined
      const stem = i + count - 1
      predicate(
        i,
        stem,
        entry?.lemma ?? base[stem]!,
        entry?.classes ?? NO_CLASSES,
        entry?.classes ?? NO_CLASSES,
        'verb',
        false,
        entry?.potential ?? false,
      )
      continue
    }
    if (p === '形容詞') {
      const entry = words.lexicon.find(base[i]!)
      predicate(
        i,
        i,
        base[i]!,
        entry?.classes ?? NO_CLASSES,
        entry?.classes ?? NO_CLASSES,
        'adjective',
        false,
        false,
      )
      continue
    }
    if (p === '副詞' || p === '連体詞' || p === '接続詞' || p === '感動詞') {
      const entry = words.lexicon.find(s)
      const closes =
        i + 1 >= to ||
        words.isPause(i + 1) ||
        pos[i + 1] === '助動詞' ||
        (pos[i + 1] === '助詞' && surface[i + 1] === 'か')
      if (
        entry !== undefined &&
        closes &&
        (entry.classes.has('light') || entry.classes.has('eval') || entry.classes.has('refuse'))
      ) {
        predicate(i, i, s, entry.classes, entry.classes, 'adjective', false, false)
        continue
      }
      chunks.push({ kind: 'aside', start: start[i]!, end: end[i]!, word: s })
      i++
      continue
    }
    i++
  }
  return chunks
}

const QUOTE: ReadonlySet<string> = new Set(['quotation'])

export { CASE, QUOTE_CLOSE, QUOTE_OPEN, union }
