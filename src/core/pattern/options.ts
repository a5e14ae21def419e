/** Of a group's options those that can begin with a code unit: of the dozens that groups have, mostly none or one. */
import { beginningsOf } from './beginnings.ts'
import type { Pattern } from './pattern.ts'

/** @typeParam Step what an option is walked from */
export class Options<Step> {
  /** By the code units that options begin with; in the options' order. */
  private byUnit: ReadonlyMap<number, readonly Step[]> | undefined
  /** Those that any other code unit may begin: with a word of a class, a morpheme, a gap. */
  private open: readonly Step[] = []

  constructor(
    readonly all: readonly Step[],
    private readonly patterns: readonly Pattern[],
  ) {}

  /** @param unit none that is passed over: behind such a one, any option may begin */
  startingWith(unit: number): readonly Step[] {
    this.byUnit ??= this.sorted()
    return this.byUnit.get(unit) ?? this.open
  }

  /** Made when a text first has what the group begins with: most groups meet none. */
  private sorted(): ReadonlyMap<number, readonly Step[]> {
    const begin = this.patterns.map(beginningsOf)
    const isOpen = begin.map(({ any, classes, test }) => any || classes.length > 0 || test !== undefined)
    this.open = this.all.filter((_, option) => isOpen[option])
    const units = new Set(begin.flatMap((one) => [...one.units]))
    return new Map(
      [...units].map((unit) => [
        unit,
        this.all.filter((_, option) => isOpen[option] || begin[option]!.units.has(unit)),
      ]),
    )
  }
}
