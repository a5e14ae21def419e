/**
 * Finds everything in a text that can be read as a name: a walk (see name-walk.ts) from each place where one may begin
 * and is not known to lead nowhere. It proposes; what the finding is worth is judged by others (see evidence.ts).
 */
import { DeadEnds } from './dead-ends.ts'
import type { Glyph, Glyphs } from './glyphs.ts'
import { NameTree } from './name-tree.ts'
import { NameWalk, type Reading } from './name-walk.ts'
import type { Name } from './service.ts'

/** Dead ends look at so many characters behind a place at most. */
const LOOKED_AHEAD = 4
/** Of characters that have a greater number, which dead ends do not know. */
const UNNUMBERED = 0xfffe
const OPENS = 1
const OPENS_NOT = 2

export class NameSearch {
  private readonly tree: NameTree
  /** By a glyph's number: whether a name may open with it, as far as it was asked. */
  private readonly opening = new Uint8Array(1 << 13)
  private readonly deadEnds = new DeadEnds()

  /** @param sounds letters of names → how their sound is written otherwise. */
  constructor(
    names: readonly Name[],
    sounds: Readonly<Record<string, readonly string[]>>,
    private readonly glyphs: Glyphs,
  ) {
    this.tree = new NameTree(names, sounds, glyphs)
  }

  /** All readings that begin at the places of the text, in the order of their start. */
  readings(text: string): readonly Reading[] {
    const row: Glyph[] = []
    const starts: number[] = []
    const numbers = new Uint16Array(text.length + LOOKED_AHEAD)
    for (let unit = 0; unit < text.length; ) {
      const glyph = this.glyphs.at(text, unit)
      numbers[row.length] = Math.min(glyph.id, UNNUMBERED)
      row.push(glyph)
      starts.push(unit)
      unit += glyph.character.length
    }
    starts.push(text.length)
    const walk = new NameWalk(row, starts, this.tree)
    for (let at = 0; at < row.length; at++) {
      const glyph = row[at]!
      if (!this.mayOpen(glyph)) continue
      if (this.deadEnds.has(numbers, at)) continue
      const found = walk.found.length
      const looked = walk.from(at)
      // A sign in a first letter's place looks at what stands before it too.
      if (walk.found.length === found && !glyph.masks) this.deadEnds.add(numbers, at, looked)
    }
    return walk.found
  }

  /** Whether a name may begin with what the character is, looks like or stands for. */
  private mayOpen(glyph: Glyph): boolean {
    const known = this.opening[glyph.id]
    if (known === OPENS || known === OPENS_NOT) return known === OPENS
    const { root } = this.tree
    const opens =
      glyph.masks ||
      root.children.has(glyph.symbol) ||
      glyph.alike.some((symbol) => root.children.has(symbol)) ||
      this.tree.spelledFrom(glyph.symbol).length > 0
    // Characters of rare scripts are not remembered.
    if (glyph.id < this.opening.length) this.opening[glyph.id] = opens ? OPENS : OPENS_NOT
    return opens
  }
}
