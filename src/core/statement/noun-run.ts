/** A run of nouns that is one noun: its head, and the classes of its head and of all its words. */
import { isNominal } from './auxiliary-words.ts'
import { type Found, NO_CLASSES, union, type Words } from './words.ts'

export interface Run {
  /** The first token behind it. */
  to: number
  head: string
  classes: ReadonlySet<string>
  /** Classes of all its words. */
  inside: ReadonlySet<string>
  /** The last token is a noun that makes a predicate with する. */
  isVerbal: boolean
  /** お, ご, 御 before one of its words. */
  polite: boolean
}

const PREFIX = /^(?:お|ご|御|貴|各|当|弊|本|同|別)$/u
const POLITE = /^(?:お|ご|御)$/u
/** Marks that join names and nouns: LINE・メール, A/B. */
const JOINING = /^[・･/／&＆+＋]$/u
const PERSON_SUFFIX = /^(?:様|さま|さん|氏|君|くん|ちゃん|殿|先生|方|がた|達|たち|ら)$/u
const SUFFIX = /^(?:的|用|風|化|先|元|側|者|版|型|製|系|内|外|上|下|中)$/u
/** 受話器越し: by way of it, and no visit (お越し). */
const VIA = '越し'
/** LINE風, LINE用: made like it or for it, and not the thing itself. */
const LIKENESS_SUFFIX = /^(?:風|版|型|系|用)$/u
const PERSON: ReadonlySet<string> = new Set(['person'])
/** Said of somebody rather than to somebody: 営業さん, 山根氏. */
const ABSENT_SUFFIX = /^(?:さん|氏|君|くん|ちゃん|達|たち)$/u
const ABSENT: ReadonlySet<string> = new Set(['person', 'someone'])
const LIKENESS: ReadonlySet<string> = new Set(['likeness'])

/** The noun run from the token `from`; empty (`to` is `from`) where none begins. */
export function readRun(words: Words, from: number, limit: number): Run {
  const run: Run = {
    to: from,
    head: '',
    classes: NO_CLASSES,
    inside: NO_CLASSES,
    isVerbal: false,
    polite: false,
  }
  while (run.to < limit) {
    const taken = takeWord(words, run, from, limit)
    if (taken === 0) break
    run.to += taken
  }
  return run
}

/** The next word goes into the run: the tokens it has, 0 where the run ends before it. */
function takeWord(words: Words, run: Run, from: number, limit: number): number {
  const i = run.to
  if (words.named[i]! >= 0) return takeThing(words, run, from, limit)
  const surface = words.surface[i]!
  const isNoun = words.pos[i] === '名詞'
  if (
    words.pos[i] === '接頭詞' ||
    (!isNoun && PREFIX.test(surface) && i + 1 < limit && words.isNoun(i + 1))
  ) {
    run.polite ||= POLITE.test(surface)
    const found = words.longest(i, limit)
    const isWord = found !== undefined && found.count > 1 && words.isNoun(i + found.count - 1)
    return isWord ? takeEntry(words, run, found) : 1
  }
  if (!isNoun) return takeMark(words, run, from, limit)
  if (i > from && endsBefore(words, i)) return 0
  if (surface === VIA && i > from) {
    run.head += VIA
    return 1
  }
  const found = longestNoun(words, i, limit)
  if (found !== undefined) return takeEntry(words, run, found)
  if (words.detail[i] === '接尾' && i > from) takeSuffix(run, surface)
  else {
    run.head = surface
    run.classes = NO_CLASSES
  }
  run.isVerbal = words.isVerbal(i)
  return 1
}

/** The longest entry that ends with a noun: 次 where 次から is an entry too. */
function longestNoun(words: Words, from: number, limit: number): Found | undefined {
  let found = words.longest(from, limit)
  while (found !== undefined && !words.isNoun(from + found.count - 1))
    found = found.count > 1 ? words.longest(from, from + found.count - 1) : undefined
  return found
}

/** こと, もの, 私: a noun that is none of the run's. */
const endsBefore = (words: Words, i: number): boolean =>
  words.detail[i] === '代名詞' || (words.detail[i] === '非自立' && isNominal(words.surface[i]!))

function takeEntry(words: Words, run: Run, { entry, count }: Found): number {
  run.head = entry.lemma
  run.classes = entry.classes
  run.inside = union(run.inside, entry.classes)
  run.isVerbal = words.isVerbal(run.to + count - 1)
  return count
}

/** A service or a datum, of as many tokens as it has. */
function takeThing(words: Words, run: Run, from: number, limit: number): number {
  const i = run.to
  const thing = words.things[words.named[i]!]!
  if (words.start[i]! < thing.start && i > from && words.pos[i] !== '名詞') return 0
  let to = i
  run.head = ''
  while (to < limit && words.start[to]! < thing.end) run.head += words.surface[to++]!
  // A weak name may be an ordinary word as well.
  const found = words.longest(i, to)
  run.classes = found?.count === to - i ? union(thing.classes, found.entry.classes) : thing.classes
  run.inside = union(run.inside, run.classes)
  run.isVerbal = words.isVerbal(to - 1)
  return to - i
}

/** A letter that stands for a noun, or a mark that joins two; two ways named side by side stay two things. */
function takeMark(words: Words, run: Run, from: number, limit: number): number {
  const i = run.to
  if (words.pos[i] === '記号' && words.detail[i] === 'アルファベット') {
    run.head = words.surface[i]!
    run.classes = NO_CLASSES
    return 1
  }
  const isJoin =
    JOINING.test(words.surface[i]!) &&
    i > from &&
    i + 1 < limit &&
    words.end[i] === words.start[i + 1] &&
    words.isNoun(i + 1)
  if (!isJoin || words.named[i + 1]! >= 0) return 0
  return (words.longest(i + 1, limit)?.entry.classes.size ?? 0) > 0 ? 0 : 1
}

/** 様, 中, 用, 的: a suffix leaves the head's classes, but a person's makes a person and a likeness is another thing. */
function takeSuffix(run: Run, suffix: string): void {
  if (PERSON_SUFFIX.test(suffix)) {
    if (run.classes.size === 0) run.classes = ABSENT_SUFFIX.test(suffix) ? ABSENT : PERSON
    run.inside = union(run.inside, run.classes)
  } else if (SUFFIX.test(suffix)) {
    run.head += suffix
    if (suffix === '風') run.inside = union(run.inside, LIKENESS)
    if (LIKENESS_SUFFIX.test(suffix)) run.classes = LIKENESS
    else if (suffix === '者' && run.classes.size === 0) run.classes = PERSON
  }
}
