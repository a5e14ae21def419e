/** Draws a text's underlines: a block a line, a span a mark, and nothing anew that has not changed. */
import { element } from './element.ts'
import { patch, type Wanted } from './patch.ts'
import { type Mark, type Segment, segmentsOf } from './segments.ts'

/** A piece of a line: its words, and the marks over them. */
interface Piece {
  readonly words: string
  readonly action: string | undefined
  readonly findings: string
}

type Line = readonly Piece[]

const samePiece = (a: Piece, b: Piece): boolean =>
  a.words === b.words && a.action === b.action && a.findings === b.findings

const sameLine = (a: Line, b: Line): boolean =>
  a.length === b.length && a.every((piece, index) => samePiece(piece, b[index]!))

export class Mirror {
  readonly place: HTMLElement
  #lines: readonly Line[] = []
  #current: number | undefined

  constructor(place: HTMLElement) {
    this.place = place
    place.replaceChildren()
  }

  draw(text: string, marks: readonly Mark[]): void {
    const ordered = [...marks].sort((a, b) => a.span.start - b.span.start)
    let start = 0
    let first = 0
    const lines = text.split('\n').map((words): Line => {
      const end = start + words.length
      // Marks are in order: those that ended before this line are done with.
      while (first < ordered.length && ordered[first]!.span.end <= start) first++
      const here: Mark[] = []
      for (let at = first; at < ordered.length && ordered[at]!.span.start < end; at++) here.push(ordered[at]!)
      const line = segmentsOf(start, end, here).map((segment) => this.#piece(text, segment))
      start = end + 1
      return line
    })
    patch(
      this.place,
      this.#lines,
      lines.map((line) => this.#wantedLine(line)),
      sameLine,
    )
    this.#lines = lines
  }

  /** The drawn words of a finding, the first piece of them. */
  find(finding: number): Element | null {
    return this.place.querySelector(`[data-findings~="${finding}"]`)
  }

  /** Sets off one finding from the others. */
  setCurrent(finding: number | undefined): void {
    this.#current = finding
    for (const drawn of this.place.querySelectorAll<HTMLElement>('[data-findings]')) this.#setClass(drawn)
  }

  #piece(text: string, { start, end, action, findings }: Segment): Piece {
    return { words: text.slice(start, end), action, findings: findings.join(' ') }
  }

  #wantedLine(line: Line): Wanted<Line> {
    return {
      key: line,
      make: () => {
        const drawn = element('div')
        this.#drawPieces(drawn, [], line)
        return drawn
      },
      change: (node, from) => {
        this.#drawPieces(node, from, line)
        return true
      },
    }
  }

  #drawPieces(drawn: Node, from: Line, line: Line): void {
    // An empty line is as high as any other.
    if (from.length === 0) drawn.textContent = ''
    if (line.length === 0) (drawn as HTMLElement).replaceChildren(element('br'))
    else
      patch(
        drawn,
        from,
        line.map((piece) => this.#wantedPiece(piece)),
        samePiece,
      )
  }

  #wantedPiece(piece: Piece): Wanted<Piece> {
    return {
      key: piece,
      make: () => {
        if (piece.action === undefined) return document.createTextNode(piece.words)
        const { words, action, findings } = piece
        const drawn = element('span', { class: 'line', data: { action, findings } }, words)
        this.#setClass(drawn)
        return drawn
      },
      change: (node, from) => {
        if ((piece.action === undefined) !== (from.action === undefined)) return false
        if (piece.words !== from.words) {
          const words = piece.action === undefined ? node : node.firstChild!
          ;(words as Text).data = piece.words
        }
        if (piece.action !== undefined) {
          const drawn = node as HTMLElement
          drawn.dataset.action = piece.action
          drawn.dataset.findings = piece.findings
          this.#setClass(drawn)
        }
        return true
      },
    }
  }

  #setClass(drawn: HTMLElement): void {
    const is =
      this.#current !== undefined && drawn.dataset.findings!.split(' ').includes(String(this.#current))
    drawn.classList.toggle('current', is)
  }
}
