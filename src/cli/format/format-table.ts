/** A plain table for a terminal: the first column to the left, figures to the right, widths as the terminal shows them. */
import stringWidth from 'string-width'

export const formatTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  /** Text in all columns rather than figures. */
  { left = false }: { left?: boolean } = {},
): string => {
  const widths = head.map((title, column) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[column] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat(widths[column]! - stringWidth(cell))
        return left || column === 0 ? cell + space : space + cell
      })
      .join('  ')
      .trimEnd()
  return `${[line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')}\n`
}
