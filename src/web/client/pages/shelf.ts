/**
 * The pages that somebody brought, and the marks on findings, in this browser's IndexedDB and nowhere else. Where the
 * browser keeps nothing (private windows), they last as long as the page is open.
 */
import { deleteDB, type IDBPDatabase, openDB } from 'idb'

/** A page as it was taken in. */
export interface ShelfPage {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly known: boolean
  readonly marketplace: string
  /** What `partsOf` reads: `page.json`, `作品.csv`. */
  readonly file: string
  readonly text: string
  readonly aside: readonly { readonly says: string; readonly characters: number }[]
  readonly unclear: readonly string[]
  /** What was pasted, where it has to be read again once the reader's name is known. */
  readonly source?: { readonly html?: string; readonly text?: string }
  readonly addedAt: number
}

export type Mark = 'seen' | 'wrong'

export interface KeptMark {
  /** `markKey`. */
  readonly key: string
  readonly mark: Mark
  readonly rule: string
  /** SHA-256 of the field's text. */
  readonly textHash: string
  readonly at: number
}

const NAME = 'sekisho'

interface Tables {
  pages: { key: string; value: ShelfPage }
  marks: { key: string; value: KeptMark }
}

export class Shelf {
  readonly #database: IDBPDatabase<Tables> | undefined
  readonly pages = new Map<string, ShelfPage>()
  readonly marks = new Map<string, KeptMark>()

  private constructor(database: IDBPDatabase<Tables> | undefined) {
    this.#database = database
  }

  static async open(): Promise<Shelf> {
    try {
      const database = await openDB<Tables>(NAME, 1, {
        upgrade(fresh) {
          fresh.createObjectStore('pages', { keyPath: 'id' })
          fresh.createObjectStore('marks', { keyPath: 'key' })
        },
      })
      const shelf = new Shelf(database)
      for (const page of await database.getAll('pages')) shelf.pages.set(page.id, page)
      for (const mark of await database.getAll('marks')) shelf.marks.set(mark.key, mark)
      return shelf
    } catch {
      return new Shelf(undefined)
    }
  }

  /** Whether what is put here outlives the page. */
  get keeps(): boolean {
    return this.#database !== undefined
  }

  /** A page of the same id gives way. */
  async put(page: ShelfPage): Promise<void> {
    this.pages.set(page.id, page)
    await this.#database?.put('pages', page)
  }

  async remove(id: string): Promise<void> {
    this.pages.delete(id)
    await this.#database?.delete('pages', id)
  }

  async mark(mark: KeptMark): Promise<void> {
    this.marks.set(mark.key, mark)
    await this.#database?.put('marks', mark)
  }

  async unmark(key: string): Promise<void> {
    this.marks.delete(key)
    await this.#database?.delete('marks', key)
  }

  /** Takes everything out of the browser. */
  async clear(): Promise<void> {
    this.pages.clear()
    this.marks.clear()
    this.#database?.close()
    await deleteDB(NAME)
  }
}
