/** What is wrong with an input, in one line: the file, the place, what is wrong, what to do. */
export interface Fault {
  readonly file: string
  /** 1-based physical line. */
  readonly line?: number
  /** 1-based column, in UTF-16 code units. */
  readonly column?: number
  /** 1-based row of a table, without its header. */
  readonly row?: number
  /** 0-based offset in the file. */
  readonly byte?: number
  /** What is wrong and what to do; never text of a message. */
  readonly says: string
}

/** `file:line:column: says`, as editors and terminals know it. */
export const formatFault = ({ file, line, column, row, byte, says }: Fault): string => {
  const at = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined)
  const more = [
    ...(row === undefined ? [] : [`${row}行目のデータ`]),
    // A line is easier to find.
    ...(byte === undefined || line !== undefined ? [] : [`${byte}バイト目`]),
  ]
  return `${at.join(':')}: ${more.length > 0 ? `(${more.join('、')}) ` : ''}${says}`
}

/** The system refuses: a file cannot be read or written. */
export interface FileError extends Error {
  readonly code: string
  readonly path?: string
  readonly syscall: string
}

export const isFileError = (error: unknown): error is FileError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error

/** Bad usage or input that ends the whole command: exit code 2, its message and no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
