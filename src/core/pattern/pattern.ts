/**
 * The pattern language of rules: what stands in `rules/` and `dictionaries/` as `{messenger}..12{contact}`.
 *
 * A pattern is a sequence over the plain text; word classes, mentions and data are looked up in the document's
 * annotations, so inflection and disguise are dealt with before a pattern sees them.
 *
 * | atom | matches |
 * |---|---|
 * | `話` | these characters (normalised, case folded) |
 * | `{name}` | a word of the class, or a phrase of that name |
 * | `{@messenger}` | a mention of a service with that capability, unless it names a product; `{@messenger*}` any, `{@messenger!}` only one that can mean nothing else |
 * | `{#email}` | a datum of that kind; `{#name}` a word shaped like an account's name |
 * | `[動詞:命令]` | one morpheme: part of speech (any level), `=` base form, `:` start of the conjugated form, `/` surface; `|` or, `!` not |
 * | `(a|b)` | one of these |
 * | `x?` | x or nothing |
 * | `..8` | up to 8 code units of anything within the sentence (`..` alone: 8) |
 * | `,,20` | up to 20 code units of anything, sentence ends included |
 * | `~8` | up to 8 code units within the clause: no 、 and no end of sentence |
 * | `!(a|b)` | not followed by one of these |
 * | `!<(a|b)` | not preceded by one of these |
 * | `^` `$` | start, end of the sentence |
 * | `<…>` | the part to underline (without it: all) |
 * | `\\(` | the character itself, without its meaning here |
 *
 * Between atoms, white space and quotation marks are passed over. There is no unbounded repetition, so matching takes
 * time linear in the text.
 */
export type Atom =
  | { readonly type: 'literal'; readonly text: string }
  | { readonly type: 'class'; readonly name: string }
  | { readonly type: 'morpheme'; readonly tests: readonly MorphemeTest[] }
  | { readonly type: 'gap'; readonly max: number; readonly reach: 'clause' | 'sentence' | 'text' }
  | { readonly type: 'group'; readonly options: readonly Pattern[]; readonly optional: boolean }
  | { readonly type: 'not'; readonly options: readonly Pattern[] }
  | { readonly type: 'not-behind'; readonly options: readonly Pattern[] }
  | { readonly type: 'start' }
  | { readonly type: 'end' }
  | { readonly type: 'open' }
  | { readonly type: 'close' }

export type Pattern = readonly Atom[]

/** What one morpheme must be; a missing key is any. */
export interface MorphemeTest {
  readonly negated: boolean
  readonly pos: string | undefined
  readonly base: string | undefined
  readonly form: string | undefined
  readonly surface: string | undefined
}

/** A fault in a pattern's syntax, with the position in the pattern (UTF-16 code units). */
export class PatternError extends Error {
  readonly position: number
  constructor(message: string, position: number) {
    super(message)
    this.name = 'PatternError'
    this.position = position
  }
}

const DEFAULT_GAP = 8
const LONGEST_GAP = 120
const MORPHEME_TEST = /^(!?)([^=:/!]*)((?:[=:/][^=:/]+)*)$/
const MORPHEME_KEYS = { '=': 'base', ':': 'form', '/': 'surface' } as const
/** The atoms that stand for words of the text. */
const WORDS: ReadonlySet<Atom['type']> = new Set(['literal', 'class', 'morpheme', 'group'])
/** Characters that mean themselves. */
const LITERAL = /(?:[^{}()[\]|?!<>^$~\\.,]|\.(?!\.)|,(?!,))+/y

class PatternParser {
  private position = 0
  constructor(
    private readonly source: string,
    private readonly normalize: (literal: string) => string,
  ) {}

  parse(): Pattern {
    const pattern = this.sequence()
    if (this.position < this.source.length) this.fail(`unexpected '${this.source[this.position]}'`)
    if (!pattern.some((atom) => WORDS.has(atom.type))) {
      this.fail('a pattern needs at least one word or class')
    }
    return pattern
  }

  private fail(message: string): never {
    throw new PatternError(message, this.position)
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.position)) return false
    this.position += text.length
    return true
  }

  private isAtEndOfSequence(): boolean {
    const next = this.source[this.position]
    return next === '|' || next === ')'
  }

  private sequence(): Atom[] {
    const atoms: Atom[] = []
    while (this.position < this.source.length && !this.isAtEndOfSequence()) {
      const atom = this.atom()
      if (this.take('?')) {
        if (!WORDS.has(atom.type)) {
          this.fail("'?' needs a word, a class or a group before it")
        }
        this.pushOptional(atoms, atom)
      } else atoms.push(atom)
    }
    return atoms
  }

  /** `やり取り?`: the `?` is of the last character only, as in a regular expression. */
  private pushOptional(atoms: Atom[], atom: Atom): void {
    if (atom.type === 'group') {
      atoms.push({ ...atom, optional: true })
    } else if (atom.type === 'literal' && atom.text.length > 1) {
      atoms.push({ type: 'literal', text: atom.text.slice(0, -1) })
      atoms.push({
        type: 'group',
        options: [[{ type: 'literal', text: atom.text.slice(-1) }]],
        optional: true,
      })
    } else atoms.push({ type: 'group', options: [[atom]], optional: true })
  }

  private atom(): Atom {
    LITERAL.lastIndex = this.position
    const literal = LITERAL.exec(this.source)?.[0]
    if (literal !== undefined) {
      this.position += literal.length
      return { type: 'literal', text: this.normalize(literal) }
    }
    if (this.take('..')) return this.gap('sentence')
    if (this.take(',,')) return this.gap('text')
    if (this.take('~')) return this.gap('clause')
    if (this.take('!<(')) return { type: 'not-behind', options: this.options() }
    if (this.take('!(')) return { type: 'not', options: this.options() }
    if (this.take('(')) return { type: 'group', options: this.options(), optional: false }
    if (this.take('^')) return { type: 'start' }
    if (this.take('$')) return { type: 'end' }
    if (this.take('<')) return { type: 'open' }
    if (this.take('>')) return { type: 'close' }
    if (this.take('{')) {
      const close = this.source.indexOf('}', this.position)
      const name = this.source.slice(this.position, close)
      if (close < 0 || !/^(?:@[a-z]+[*!]?|#[a-z-]+|[a-z][a-z0-9-]*)$/.test(name)) {
        this.fail('a class is {name}, {@capability} or {#datum}')
      }
      this.position = close + 1
      return { type: 'class', name }
    }
    if (this.take('[')) return { type: 'morpheme', tests: this.morphemeTests() }
    if (this.take('\\')) {
      const escaped = this.source[this.position] ?? this.fail("'\\' needs a character behind it")
      this.position++
      return { type: 'literal', text: this.normalize(escaped) }
    }
    return this.fail(`unexpected '${this.source[this.position]}'`)
  }

  private morphemeTests(): MorphemeTest[] {
    const close = this.source.indexOf(']', this.position)
    if (close < 0) this.fail("']' is missing")
    const tests = this.source
      .slice(this.position, close)
      .split('|')
      .map((authored): MorphemeTest => {
        const parts = MORPHEME_TEST.exec(authored)
        if (parts === null || authored === '' || authored === '!') {
          this.fail('a morpheme is [part of speech=base form:conjugated form/surface], each optional')
        }
        const [, not, pos, keys] = parts as unknown as [string, string, string, string]
        const values = [...keys.matchAll(/([=:/])([^=:/]+)/g)].map(([, key, value]) => [
          MORPHEME_KEYS[key as keyof typeof MORPHEME_KEYS],
          value as string,
        ])
        const { base, form, surface }: Record<string, string> = Object.fromEntries(values)
        return { negated: not === '!', pos: pos === '' ? undefined : pos, base, form, surface }
      })
    this.position = close + 1
    return tests
  }

  private gap(reach: 'clause' | 'sentence' | 'text'): Atom {
    const digits = /^\d+/.exec(this.source.slice(this.position))?.[0] ?? ''
    this.position += digits.length
    const max = digits === '' ? DEFAULT_GAP : Number(digits)
    if (max > LONGEST_GAP) this.fail(`a gap is at most ${LONGEST_GAP}`)
    return { type: 'gap', max, reach }
  }

  private options(): Pattern[] {
    const options: Pattern[] = [this.sequence()]
    while (this.take('|')) options.push(this.sequence())
    if (!this.take(')')) this.fail("')' is missing")
    if (options.some((option) => option.length === 0)) this.fail('an option is empty')
    return options
  }
}

/**
 * Parses one pattern.
 *
 * @param normalize what messages go through, applied to every literal: authored words and messages then agree.
 * @throws {PatternError} with the position of the fault.
 */
export const parsePattern = (source: string, normalize: (literal: string) => string): Pattern =>
  new PatternParser(source, normalize).parse()

/** Tells of each class that a pattern looks up. */
export function eachClass(pattern: Pattern, see: (name: string) => void): void {
  for (const atom of pattern) {
    if (atom.type === 'class') see(atom.name)
    else if (atom.type === 'group' || atom.type === 'not' || atom.type === 'not-behind')
      for (const option of atom.options) eachClass(option, see)
  }
}

/** A template's patterns (dictionaries/templates), `{@it}` standing for each of the capabilities. */
export const fillTemplate = (sources: readonly string[], it: readonly string[]): string[] =>
  sources.flatMap((source) => it.map((capability) => source.replaceAll('{@it', `{@${capability}`)))
