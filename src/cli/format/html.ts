/** `--format html`: the audit's page over whatever was linted, one part a file. */
import { Audit } from '../audit/audit.ts'
import { auditsAsHtml } from '../audit/html.ts'
import type { FormatOptions, Formatter } from './formatter.ts'

export const htmlFormatter = ({ packs }: FormatOptions): Formatter => {
  const audits: Audit[] = []
  return {
    event(event) {
      if (event.type === 'begin') audits.push(new Audit(event.file, packs))
      audits.at(-1)?.add(event)
      return ''
    },
    end: () => auditsAsHtml(audits, { title: '関所 Sekisho レポート', doubts: true }),
  }
}
