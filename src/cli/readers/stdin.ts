/** The argument that stands for standard input, and its name in messages. */
export const STDIN = '-'
