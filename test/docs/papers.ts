/** The papers that people read, and the commands in them. */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'

export const PAPERS = globSync(['*.md', 'docs/**/*.md', '{rules,dictionaries}/README.md']).sort()

export const textOf = (paper: string): string => readFileSync(paper, 'utf8')

export interface Block {
  /** As it stands behind the fence: `sh`, `console`, `json`, or nothing. */
  readonly language: string
  readonly text: string
}

/** Fenced blocks, and those that are set in by four characters. */
export const blocksOf = (paper: string): Block[] => {
  const text = textOf(paper)
  const fenced = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, block]) => ({
    language: language!,
    text: block!,
  }))
  const rest = text.replace(/^```[\s\S]*?^```$/gm, '')
  const setIn = [...rest.matchAll(/(?:^|\n\n)((?: {4}.*\n?)+)/g)].map(([, block]) => ({
    language: 'set in',
    text: block!.replace(/^ {4}/gm, ''),
  }))
  return [...fenced, ...setIn]
}

/** What a person types: whole commands, lines that go on joined, without the remarks behind them. */
export const commandsOf = (paper: string): string[] =>
  blocksOf(paper).flatMap(({ language, text }) => {
    if (language === 'console') return [...text.matchAll(/^\$ (.*)$/gm)].map(([, command]) => command!)
    if (language !== 'sh' && language !== 'set in') return []
    return text
      .replace(/(\\|\|)\n\s*/g, (_, end: string) => (end === '|' ? '| ' : ''))
      .split('\n')
      .map((line) => line.replace(/\s+# .*$/, '').trim())
      .filter((line) => (language === 'sh' ? line !== '' : /^(?:npm|npx|node|sekisho) /.test(line)))
  })
