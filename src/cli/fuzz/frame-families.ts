/** What a sentence may be set into so that it looks like somebody else's: none of it excuses a datum. */
import type { Family, TargetKind } from './family.ts'

const ALL: readonly TargetKind[] = ['name', 'email', 'phone', 'url', 'account']
/** Quoted or reported, a proposal or a link is excused; what one is reached by is not. */
const DATA: readonly TargetKind[] = ['email', 'phone', 'account']

const family = (
  id: string,
  title: string,
  targets: readonly TargetKind[],
  frame: (sentence: string) => string,
): Family => ({ id, title, group: 'frame', targets, frame, apply: ({ words }) => ({ words }) })

const lines = (sentence: string, before: string): string =>
  sentence
    .split('\n')
    .map((line) => before + line)
    .join('\n')

export const frameFamilies: readonly Family[] = [
  family('F01', 'a reply mark that answers nobody', ALL, (sentence) => lines(sentence, '> ')),
  family('F02', 'as an example', ALL, (sentence) => `例：${sentence}`),
  family('F02b', 'as an example of what is forbidden', ALL, (sentence) => `NG例：${sentence}`),
  family('F03', 'in quotation marks', DATA, (sentence) => `次の文です。「${sentence}」`),
  family('F04', 'as a report', DATA, (sentence) => `購入者様から「${sentence}」と送られてきました。`),
  family('F05', 'in a code fence', DATA, (sentence) => `\`\`\`\n${sentence}\n\`\`\``),
]
