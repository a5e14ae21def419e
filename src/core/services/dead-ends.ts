/**
 * Beginnings of which nothing comes: a walk through the tree of names that found nothing and looked at two or three
 * characters only will find nothing wherever those stand. Ordinary text consists of such beginnings.
 *
 * A bounded memory: a later beginning takes an earlier one's place.
 */
const SIZE = 1 << 16
/** Characters are numbered below this, or not remembered. */
const MOST = 1 << 15

export class DeadEnds {
  private readonly firsts = new Int32Array(SIZE)
  private readonly thirds = new Int32Array(SIZE)

  /** Whether nothing begins with the characters. A missing one (behind the end of the text) is 0. */
  has(first: number, second: number, third: number): boolean {
    if (first >= MOST || second >= MOST || third >= MOST) return false
    return this.holds(first, second, ANY) || this.holds(first, second, third)
  }

  /** @param looked how many of the three the walk looked at, the first included. */
  add(first: number, second: number, third: number, looked: number): void {
    if (looked > 3 || first >= MOST || second >= MOST || third >= MOST) return
    const last = looked < 3 ? ANY : third
    const place = placeOf(first, second, last)
    this.firsts[place] = (first << 16) | second
    this.thirds[place] = last
  }

  private holds(first: number, second: number, third: number): boolean {
    const place = placeOf(first, second, third)
    return this.firsts[place] === ((first << 16) | second) && this.thirds[place] === third
  }
}

/** Whatever stands third. */
const ANY = -1

const placeOf = (first: number, second: number, third: number): number =>
  (Math.imul((first << 16) ^ second ^ Math.imul(third, 0x85ebca6b), 0x9e3779b1) >>> 12) & (SIZE - 1)
