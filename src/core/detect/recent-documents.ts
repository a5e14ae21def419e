/**
 * The documents of the last texts. A thread's history comes again with every message, a passport asks of one text many
 * times: reading each once is most of the work saved. Bounded, and the same text always gives an equal document.
 */
import { type Analyzer, Document } from './document.ts'

/** UTF-16 code units of all texts together; a thread's history, or the longest text a few times over. */
const MOST_TEXT = 60_000
const MOST_DOCUMENTS = 128

export class RecentDocuments {
  /** Oldest first. */
  private readonly documents = new Map<string, Document>()
  private length = 0

  constructor(private readonly analyzer: Analyzer) {}

  of(text: string): Document {
    let document = this.documents.get(text)
    if (document === undefined) document = new Document(text, this.analyzer)
    else this.forget(text)
    this.documents.set(text, document)
    this.length += text.length
    for (const oldest of this.documents.keys()) {
      if (this.length <= MOST_TEXT && this.documents.size <= MOST_DOCUMENTS) break
      this.forget(oldest)
    }
    return document
  }

  /** What a failure may have left half done must not be met again. */
  clear(): void {
    this.documents.clear()
    this.length = 0
  }

  private forget(text: string): void {
    if (this.documents.delete(text)) this.length -= text.length
  }
}
