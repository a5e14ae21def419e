/** A conversation that was pasted as plain text: a name, a time, and the words until the next of both. */
import type { SeenMessage } from '../core/documents/talkroom-saver.ts'

const TIME =
  /^(?:\d{4}[年/.-]\s*)?\d{1,2}[月/.-]\s*\d{1,2}日?\s*(?:\([月火水木金土日]\)\s*)?\d{1,2}:\d{2}(?::\d{2})?$/
/** Name and time in one line. */
const NAMED = new RegExp(`^(.{1,40}?)[\\s\u3000]+(${TIME.source.slice(1, -1)})$`)
/** What pages put below a message. */
const BELOW = /^(?:既読|未読|送信済み|翻訳する|返信する?|通報する?|いいね)$/

/** `[]` where there are not at least two of them: one date is no conversation. */
export function messagesInText(text: string): SeenMessage[] {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
  const starts: { line: number; from: number; sender: string; time: string }[] = []
  for (const [line, words] of lines.entries()) {
    const one = NAMED.exec(words)
    if (one) {
      starts.push({ line: line + 1, from: line, sender: one[1]!, time: one[2]! })
      continue
    }
    if (!TIME.test(words)) continue
    let name = line - 1
    while (name >= 0 && lines[name] === '') name -= 1
    const sender = lines[name] ?? ''
    if (sender === '' || sender.length > 40 || /[。!?！？]$/.test(sender)) continue
    starts.push({ line: line + 1, from: name, sender, time: words })
  }
  if (starts.length < 2) return []
  return starts.flatMap(({ line, sender, time }, index) => {
    const until = starts[index + 1]?.from ?? lines.length
    const words = lines
      .slice(line, until)
      .filter((one) => !BELOW.test(one))
      .join('\n')
      .trim()
    return words === '' ? [] : [{ index, sender, time, text: words }]
  })
}
