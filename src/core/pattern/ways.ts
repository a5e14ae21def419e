/**
 * The ways of a pattern: what begins with a group, `(A|B)C`, is `AC` or `BC`. A text that has the words of a pattern has
 * seldom those of more than one of its ways, and only that one is worth a look.
 */
import type { Pattern } from './pattern.ts'
import { type Walk, walkOf } from './steps.ts'

/** A pattern that has more is walked as a whole. */
const MOST_WAYS = 64

export class Way {
  private walkOfAll: Walk | undefined

  /** @param id its number among the ways of the vocabulary */
  constructor(
    readonly id: number,
    readonly atoms: Pattern,
  ) {}

  get walk(): Walk {
    this.walkOfAll ??= walkOf(this.atoms)
    return this.walkOfAll
  }
}

/** The ways in the order in which they are tried; none where there is but the pattern itself. */
export function waysOf(pattern: Pattern): readonly Pattern[] {
  const ways: Pattern[] = []
  spread(pattern, ways)
  return ways.length > 1 && ways.length <= MOST_WAYS ? ways : []
}

function spread(pattern: Pattern, ways: Pattern[]): void {
  const place = pattern.findIndex(({ type }) => type !== 'open' && type !== 'not' && type !== 'not-behind')
  const first = pattern[place]
  if (first?.type !== 'group' || first.optional) {
    ways.push(pattern)
    return
  }
  for (const option of first.options) {
    if (ways.length > MOST_WAYS) return
    spread([...pattern.slice(0, place), ...withoutLastGap(option), ...pattern.slice(place + 1)], ways)
  }
}

/** A gap that ends an option says nothing (see steps.ts), whatever follows the group. */
const withoutLastGap = (option: Pattern): Pattern =>
  option.at(-1)?.type === 'gap' ? withoutLastGap(option.slice(0, -1)) : option
