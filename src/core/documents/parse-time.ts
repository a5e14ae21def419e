/** ISO 8601 → milliseconds since the epoch, the same on every machine. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/

/** `undefined` where it is no such time. A time without a zone is Japan's: the marketplaces are there. */
export const parseTime = (text: string): number | undefined => {
  const match = ISO.exec(text.trim())
  if (!match) return undefined
  const day = text.trim().slice(0, 10)
  const rest = text.trim().slice(10).replace(' ', 'T')
  const clock = rest === '' ? 'T00:00' : rest
  const zoned = match.groups?.zone ? clock : `${clock}+09:00`
  const time = Date.parse(`${day}${zoned.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')}`)
  return Number.isNaN(time) ? undefined : time
}
