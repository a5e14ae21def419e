/** What documents keep of their clauses (see clause-bounds.ts). */
import type { Statement } from '../../statement/statement.ts'

/** A statement that others hang on. */
export interface Condition {
  readonly statement: Statement
  /** Where the furthest predicate of those read up to it begins: words in quotation marks are read behind the rest. */
  readonly furthest: number
}
