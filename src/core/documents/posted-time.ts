/**
 * Times as marketplaces' pages show them (`5月31日 20:56`, `2026/05/31 20:56`) → ISO 8601. Where the year is missing it is
 * the newest that fits: nobody has written in the future, and messages stand oldest first.
 */

const WITH_YEAR = /(\d{4})[年/.-]\s*(\d{1,2})[月/.-]\s*(\d{1,2})日?\s*(?:\([^)]*\)\s*)?(?:(\d{1,2}):(\d{2}))?/
const WITHOUT_YEAR = /(\d{1,2})[月/]\s*(\d{1,2})日?\s*(?:\([^)]*\)\s*)?(?:(\d{1,2}):(\d{2}))?/

interface Posted {
  readonly year: number | undefined
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

/** `undefined` where it is no such time. */
function read(text: string): Posted | undefined {
  const plain = text.normalize('NFKC')
  const full = WITH_YEAR.exec(plain)
  const [year, rest] = full
    ? [Number(full[1]), full.slice(2)]
    : [undefined, WITHOUT_YEAR.exec(plain)?.slice(1)]
  if (rest === undefined) return undefined
  const [month, day, hour, minute] = rest.map((one) => Number(one ?? 0)) as [number, number, number, number]
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) return undefined
  return { year, month, day, hour, minute }
}

const two = (number: number): string => String(number).padStart(2, '0')
const iso = (year: number, { month, day, hour, minute }: Posted): string =>
  `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00+09:00`

/** A page's clock may go a little before ours. */
const SLACK = 24 * 3_600_000

/**
 * The times of a conversation, oldest first.
 *
 * @param now milliseconds since the epoch: nothing was written later
 */
export function postedTimes(texts: readonly (string | undefined)[], now: number): (string | undefined)[] {
  let limit = now + SLACK
  const times: (string | undefined)[] = []
  for (const text of [...texts].reverse()) {
    const posted = text === undefined ? undefined : read(text)
    if (posted === undefined) {
      times.push(undefined)
      continue
    }
    let year = posted.year ?? new Date(limit).getUTCFullYear() + 1
    if (posted.year === undefined) while (Date.parse(iso(year, posted)) > limit) year -= 1
    const time = iso(year, posted)
    limit = Math.min(limit, Date.parse(time))
    times.push(time)
  }
  return times.reverse()
}
