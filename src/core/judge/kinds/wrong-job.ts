/**
 * `kind: wrong-job`: words that name a job, and it is not the thread's: 「…」の編集に応募, ロゴ制作の件, 歯科医院のホームページ.
 *
 * Jobs are told apart by the kind of work (ロゴ, 動画), and by the trade, language or animal that it is about.
 */
import * as z from 'zod'
import type { Token } from '../../morph/token.ts'
import { findMatches } from '../../pattern/match-pattern.ts'
import { type Span, slice } from '../../text/span.ts'
import { TELLS_OF_OTHERS } from '../addressed-names.ts'
import { type Detection, type DetectorKind, NO_DETECTIONS } from '../detector.ts'
import type { Document } from '../document.ts'
import { jobTerms, usesTerm } from '../job-terms.ts'

const schema = z.strictObject({
  kind: z.literal('wrong-job'),
  /** Patterns of a title that is quoted; `<…>` around the words to underline. */
  any: z.array(z.string().min(1)).min(1),
  /** The word class of what every job has: 制作, 募集. */
  general: z.string(),
  /** The word class of what is done about the thing: 翻訳, 制作. With the thing it names a job. */
  acts: z.string(),
  /** The word classes of kinds of work, and of trades: words between slashes mean the same. */
  kinds: z.string(),
  trades: z.string(),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

const BLANK = /[{}〇○◯●]/u
const LONGEST_NAME = 40
/** What stands behind the name of the job that one writes about. */
const SOUGHT =
  /^の?(?:制作|製作|作成|デザイン|執筆|編集|翻訳|開発|改修|運用)?の?(?:募集|案件|お仕事)|^に応募|^を(?:募集|ご依頼)|^とのこと|^の(?:お話|ご依頼)(?:を|で)/u
const MATTER = /^の?(?:に関する)?(?:件|ご依頼|ご相談|お見積)|^につ(?:き|い)|^ですが、/u
/** That the sentence offers to do it. */
const OFFERS = /応募|提案|ご連絡(?:し|いた)|立候補/u
/** What stands before it. */
const ORDERED = /(?:ご依頼|ご注文|ご購入)(?:の|いただいた|いただきました|をいただいた|頂いた|くださった)$/u
const OWNED = /(?:御社|貴社|貴店)の$|(?:貴|御)$/u
/** What one says of a kind of work in general, as of the reader's. */
const TOPIC = /^(?:は|が|を|も|に|で|の(?!ように))/u

export const wrongJobKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'wrong-job',
  schema,
  compile(settings, tools) {
    const patterns = settings.any.map(tools.pattern)
    const general = new Set(tools.words(settings.general))
    const families = (name: string) =>
      tools.words(name).map((entry) => entry.split('/').sort((a, b) => b.length - a.length))
    const kinds = families(settings.kinds)
    const trades = families(settings.trades)
    const generalWords = [...general].sort((a, b) => b.length - a.length)

    /** The families with a word in the text, each as its longest word there; what lies inside a longer one is none. */
    const namedIn = (text: string, all: readonly (readonly string[])[]): readonly (readonly string[])[] => {
      const found = all.flatMap((family) => {
        const word = family.find((one) => hasWord(text, one))
        return word === undefined ? [] : [{ family, word }]
      })
      return found
        .filter(({ word }) => !found.some((other) => other.word !== word && other.word.includes(word)))
        .map(({ family }) => family)
    }

    /** Whether the words name what the thread's job is not: `undefined` where they name nothing, or the thread does not. */
    const differs = (
      words: string,
      known: string,
      all: readonly (readonly string[])[],
    ): boolean | undefined => {
      const named = namedIn(words, all)
      if (named.length === 0 || namedIn(known, all).length === 0) return undefined
      return !named.some((family) => family.some((word) => hasWord(known, word)))
    }

    const acts = tools.words(settings.acts)
    const namesWork = (words: string): boolean => acts.some((word) => words.endsWith(word))
    /** 修正 and 制作 are done in every job, 翻訳 is not. */
    const namesOwnWork = (words: string): boolean =>
      acts.some((word) => words.endsWith(word) && !general.has(word))
    /** Whether no word of the job is in the thread's, by any of its families: 弁当の撮影 beside 庭の設計. */
    const isStrange = (document: Document, words: string, known: string): boolean => {
      if (!namesWork(words) && namedIn(words, kinds).length === 0) return false
      const terms = jobTerms([document], general)
      const families = [...namedIn(words, kinds), ...namedIn(words, trades)]
      return (
        terms.size > 0 &&
        !usesTerm(known, terms) &&
        !families.some((family) => family.some((word) => hasWord(known, word)))
      )
    }

    /** Whether what tells the job from others of its kind is not in the thread's: ペット保険の比較記事 beside 学資保険の…. */
    const isOfAnother = (document: Document, words: string, known: string): boolean => {
      const terms = [...jobTerms([document], general)]
      while (terms.length > 0 && known.includes(terms.at(-1)!)) terms.pop()
      const families = [...namedIn(words, kinds), ...namedIn(words, trades)]
      const isAct = (term: string): boolean => acts.includes(term)
      return (
        terms.some((term) => !isAct(term)) &&
        !usesTerm(known, new Set(terms)) &&
        (terms.length < [...jobTerms([document], general)].length ||
          (namesWork(words) && namesOwnWork(words)) ||
          namedIn(words, kinds).length > 0) &&
        !families.some(
          (family) =>
            family.some((word) => terms.some((term) => word === term || word.includes(term))) &&
            family.some((word) => hasWord(known, word)),
        )
      )
    }

    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document, situation): readonly Detection[] {
        const { jobTitle, jobText, history } = situation.submission
        if (jobTitle === undefined || jobTitle.trim() === '') return NO_DETECTIONS
        const found: Detection[] = []
        const known = [jobTitle, jobText ?? '', ...history.map((message) => message.text)]
          .join('\n')
          .toLowerCase()
        for (const pattern of patterns) {
          for (const { span, underlined } of findMatches(pattern, document)) {
            // A template's blank names no job.
            if (BLANK.test(slice(document.plain.text, underlined))) continue
            const terms = jobTerms([situation.document(slice(document.plain.text, underlined))], general)
            if (terms.size > 0 && !usesTerm(known, terms)) found.push({ span, underlined, trail: [] })
          }
        }
        for (const span of nounPhrases(document)) {
          const words = slice(document.folded, span)
          const before = document.folded.slice(document.sentenceStart(span.start), span.start)
          const behind = document.folded.slice(span.end, document.sentenceEnd(span.end - 1))
          const sentence = document.folded.slice(
            document.sentenceStart(span.start),
            document.sentenceEnd(span.end - 1),
          )
          if (TELLS_OF_OTHERS.test(sentence)) continue
          const kind = differs(words, known, kinds)
          const trade = differs(words, known, trades)
          const isJob = SOUGHT.test(behind) || ORDERED.test(before)
          // お写真の件 is part of any job; ロゴ制作の件 is one. Of another trade, the same kind of work is another's:
          // 歯科医院のホームページは…
          const isOffered = SOUGHT.test(behind) || (MATTER.test(behind) && OFFERS.test(behind))
          const isOther =
            (isOffered &&
              isOfAnother(situation.document(words), words, known) &&
              !usesTerm(elsewhere(document, span), jobTerms([situation.document(jobTitle)], general))) ||
            ((SOUGHT.test(behind) || (MATTER.test(behind) && namesOwnWork(words))) &&
              isStrange(situation.document(words), words, known)) ||
            (kind === true && (isJob || (MATTER.test(behind) && namesWork(words)))) ||
            (trade === true &&
              (isJob || MATTER.test(behind) || OWNED.test(before) || (kind === false && TOPIC.test(behind))))
          if (isOther) {
            const underlined = withoutGeneral(document, span, generalWords)
            found.push({ span: underlined, underlined, trail: [] })
          }
        }
        return found
      },
    }
  },
}

/** Whether the text has the word; Latin letters as a word of their own: dm is not in admin. */
function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word)
  if (at < 0 || !/^[a-z0-9]+$/u.test(word)) return at >= 0
  return !/[a-z0-9]/u.test(text[at - 1] ?? '') && !/[a-z0-9]/u.test(text[at + word.length] ?? '')
}

const isPart = ({ pos, surface }: Token): boolean =>
  (pos[0] === '名詞' && pos[1] !== '代名詞' && pos[1] !== '非自立') ||
  pos[0] === '接頭詞' ||
  (surface === 'の' && pos[0] === '助詞')

/** Runs of nouns joined by の, from the first noun to the last. */
function* nounPhrases(document: Document): Iterable<Span> {
  const { tokens } = document
  for (let index = 0; index < tokens.length; index++) {
    if (!isPart(tokens[index]!) || tokens[index]!.surface === 'の') continue
    let last = index
    while (
      tokens[last + 1] !== undefined &&
      isPart(tokens[last + 1]!) &&
      tokens[last]!.end === tokens[last + 1]!.start &&
      tokens[last + 1]!.end - tokens[index]!.start <= LONGEST_NAME
    )
      last++
    let end = last
    // What is done about the job is no part of its name: ロゴ制作 | の件.
    while (
      end > index &&
      /^(?:の|件|募集|案件|仕事|お|ご|依頼|相談|見積り?|見積もり|こと|場合|ほう|方|際)$/u.test(
        tokens[end]!.surface,
      )
    )
      end--
    let first = index
    while (
      first < end &&
      /^(?:お|ご|の|御|貴|依頼|注文|相談|購入|希望|今回|このたび|この度|御社|貴社|貴店|先日|本日)$/u.test(
        tokens[first]!.surface,
      )
    )
      first++
    yield { start: tokens[first]!.start, end: tokens[end]!.end }
    index = last
  }
}

/** The text but for these words. */
const elsewhere = ({ folded }: Document, { start, end }: Span): string =>
  `${folded.slice(0, start)}\n${folded.slice(end)}`

/** The name with 制作 and the like only where it is all of one word with the thing. */
function withoutGeneral(document: Document, { start, end }: Span, general: readonly string[]): Span {
  const words = document.folded.slice(start, end)
  const tail = general.find((word) => words.endsWith(`の${word}`))
  return tail === undefined ? { start, end } : { start, end: end - tail.length - 1 }
}
