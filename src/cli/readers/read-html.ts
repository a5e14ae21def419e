/** A page saved from the browser: what of it is the person's own, told by what is known of the site's places. */
import { type TakenPage, takeHtmlApart } from '../../sites/take-apart.ts'
import type { ByteStream } from '../io.ts'
import type { ReadBlock, ReadEvent } from '../read-event.ts'
import { detectEncoding } from './detect-encoding.ts'
import type { ReadOptions } from './read-options.ts'
import { readRecord, whoAreYou } from './read-record.ts'
import { readWhole } from './read-whole.ts'

/** A saved page has its pictures beside it; more text than this nobody has written. */
const MAX_HTML_BYTES = 16 * 1_048_576

const KINDS: Readonly<Partial<Record<string, TakenPage['kind']>>> = {
  service: 'service',
  profile: 'profile',
  portfolio: 'portfolio',
  blog: 'blog',
  talkroom: 'talkroom',
  delivery: 'talkroom',
  message: 'message',
}

export async function* readHtml(
  bytes: ByteStream,
  file: string,
  options: ReadOptions,
): AsyncGenerator<ReadBlock> {
  const content = await readWhole(bytes, MAX_HTML_BYTES)
  const html = new TextDecoder(detectEncoding([content]).name).decode(content)
  const { channel, marketplace, me, role, today } = options
  const page = takeHtmlApart(html, {
    kind: channel === undefined ? undefined : KINDS[channel],
    marketplace,
    me,
    role,
    now: today,
  })
  const events: ReadEvent[] = []
  if (!page.known) {
    const says = `どのページか分からないため、${page.kind}として読みました。--channelで指定できます。`
    events.push({ type: 'note', file, says })
  }
  if (page.aside.length > 0) {
    const parts = page.aside.map(({ says, characters }) => `${says}(${characters}文字)`)
    events.push({ type: 'note', file, says: `確かめていないところ: ${parts.join('、')}` })
  }
  if (page.unclear.length > 0) events.push({ type: 'fault', fault: { file, says: whoAreYou(page.unclear) } })
  for (const event of readRecord(page.document, { file, place: {} }, options)) events.push(event)
  yield events
}
