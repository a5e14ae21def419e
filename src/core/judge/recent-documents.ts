/**
 * The documents of the last texts of histories. A thread's history comes again with every message: reading each once is
 * most of the work saved. Bounded, and the same text always gives an equal document.
 *
 * A message itself is asked about once, and is then at most a part of a history, next to it: only the last few are held.
 * Holding more makes them old in the heap, and collecting what is old stops a service for many milliseconds.
 */
import { type Analyzer, Document } from './document.ts'

/** UTF-16 code units of all texts together; a thread's history, or the longest text a few times over. */
const MOST_TEXT = 60_000
const MOST_DOCUMENTS = 128
/** A message, and those right before it in a thread. */
const MOST_LAST = 3

export class RecentDocuments {
  /** Oldest first. */
  private readonly kept = new Map<string, Document>()
  private length = 0
  /** Those that were asked about once, the latest first. */
  private last: readonly Document[] = []

  constructor(private readonly analyzer: Analyzer) {}

  /** The document of a text that will not be asked about again but in what follows at once. */
  once(text: string): Document {
    if (this.last[0]?.original === text) return this.last[0]
    const document = this.known(text) ?? new Document(text, this.analyzer)
    this.last = [document, ...this.last.filter((one) => one !== document)].slice(0, MOST_LAST)
    return document
  }

  /** The document of a text that will come again. */
  of(text: string): Document {
    const document = this.known(text) ?? new Document(text, this.analyzer)
    this.forget(text)
    this.kept.set(text, document)
    this.length += text.length
    for (const oldest of this.kept.keys()) {
      if (this.length <= MOST_TEXT && this.kept.size <= MOST_DOCUMENTS) break
      this.forget(oldest)
    }
    return document
  }

  /** What a failure may have left half done must not be met again. */
  clear(): void {
    this.kept.clear()
    this.length = 0
    this.last = []
  }

  private known(text: string): Document | undefined {
    return this.kept.get(text) ?? this.last.find(({ original }) => original === text)
  }

  private forget(text: string): void {
    if (this.kept.delete(text)) this.length -= text.length
  }
}
