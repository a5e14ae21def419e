/**
 * Beginnings of which nothing comes: a walk through the tree of names that found nothing and looked at a few characters
 * only will find nothing wherever those stand. Ordinary text consists of such beginnings.
 *
 * A bounded memory: a later beginning takes an earlier one's place.
 */
const SIZE = 1 << 15
/** Characters are numbered below this, or not remembered. */
const MOST = 1 << 15
/** Beginnings of more characters come again too seldom. */
const LONGEST = 5
const SHORTEST = 2
/** What is remembered of a beginning: its characters, two in a number. */
const WORDS = 3

export class DeadEnds {
  private readonly beginnings = new Int32Array(WORDS * SIZE)
  /** The beginning that is asked about. */
  private readonly asked = new Int32Array(WORDS)

  /** Whether nothing begins where the row, of characters by their numbers, has such characters. Behind its end stand zeros. */
  has(row: Uint16Array, at: number): boolean {
    for (let length = SHORTEST; length <= LONGEST; length++) if (this.holds(row, at, length)) return true
    return false
  }

  /** @param looked how many characters from there on the walk looked at. */
  add(row: Uint16Array, at: number, looked: number): void {
    if (looked > LONGEST) return
    const place = this.placeOf(row, at, Math.max(SHORTEST, looked))
    if (place >= 0) this.beginnings.set(this.asked, place)
  }

  private holds(row: Uint16Array, at: number, length: number): boolean {
    const { beginnings, asked } = this
    const place = this.placeOf(row, at, length)
    return (
      place >= 0 &&
      beginnings[place] === asked[0] &&
      beginnings[place + 1] === asked[1] &&
      beginnings[place + 2] === asked[2]
    )
  }

  /** Writes down the beginning and gives its place, or -1 where one of its characters is not remembered. */
  private placeOf(row: Uint16Array, at: number, length: number): number {
    const { asked } = this
    let all = 0
    for (let word = 0; word < WORDS; word++) {
      const from = 2 * word
      const one = from < length ? row[at + from]! : NONE
      const two = from + 1 < length ? row[at + from + 1]! : NONE
      if ((from < length && one >= MOST) || (from + 1 < length && two >= MOST)) return -1
      asked[word] = (one << 16) | two
      all = Math.imul(all ^ asked[word]!, 0x9e3779b1) ^ (all >>> 15)
    }
    return WORDS * ((all >>> 12) & (SIZE - 1))
  }
}

/** Whatever stands there: no character has the number. */
const NONE = 0xffff
