/** Changes that make no message worse: whoever wrote a harmless one so must not be stopped. */
import { dressed, fullWidth, halfWidthKana } from './alphabets.ts'
import type { Random } from './random.ts'

export interface HarmlessChange {
  readonly id: string
  readonly title: string
  apply(text: string, random: Random): string
}

export const harmlessChanges: readonly HarmlessChange[] = [
  {
    id: 'full-width',
    title: 'Latin letters and digits in full width',
    apply: (text) => text.replace(/[A-Za-z0-9]+/g, (word) => dressed(word, fullWidth) ?? word),
  },
  {
    id: 'half-width',
    title: 'katakana in half width',
    apply: (text) => dressed(text, halfWidthKana) ?? text,
  },
  {
    id: 'line-breaks',
    title: 'a line for each sentence',
    apply: (text) => text.replace(/。(?!\n|$)/g, '。\n'),
  },
  {
    id: 'blank-lines',
    title: 'blank lines between sentences',
    apply: (text) => text.replace(/。(?!\n|$)/g, '。\n\n'),
  },
  {
    id: 'greeting',
    title: 'a greeting before',
    apply: (text, random) =>
      random.pick([
        'お世話になっております。\n',
        'はじめまして。ご覧いただきありがとうございます。',
        'こんにちは!',
      ]) + text,
  },
  {
    id: 'closing',
    title: 'a closing behind',
    apply: (text, random) =>
      text +
      random.pick([
        '\nどうぞよろしくお願いいたします。',
        'ご確認のほどよろしくお願いいたします。',
        '引き続きよろしくお願いします!',
      ]),
  },
  {
    id: 'spaces',
    title: 'spaces around Latin words',
    apply: (text) =>
      text.replace(/(?<=[ぁ-んァ-ヶ一-龠])(?=[A-Za-z])|(?<=[A-Za-z])(?=[ぁ-んァ-ヶ一-龠])/g, ' '),
  },
  { id: 'marks', title: 'exclamations for full stops', apply: (text) => text.replace(/。/g, '！') },
  {
    id: 'commas',
    title: 'full-width comma and full stop',
    apply: (text) => text.replace(/、/g, '，').replace(/。/g, '．'),
  },
  {
    id: 'emoji',
    title: 'an emoji behind each sentence',
    apply: (text, random) => text.replace(/。/g, () => `。${random.pick(['😊', '🙇', '✨'])}`),
  },
  { id: 'decomposed', title: 'kana as macOS files have them', apply: (text) => text.normalize('NFD') },
  {
    id: 'bullets',
    title: 'as an item of a list',
    apply: (text) =>
      text
        .split('\n')
        .map((line) => `・${line}`)
        .join('\n'),
  },
]
