/** What the writer does with each statement of a sentence: from its ending, and from the predicates that carry it. */
import type { Draft } from './draft.ts'
import type { Force } from './statement.ts'

/** Formal nouns that hand on what their governor says: 〜ことも可能です, 〜形でお願いします. */
const HANDS_ON = new Set([
  'こと',
  'の',
  'ん',
  '形',
  'かたち',
  'よう',
  '様',
  'ほう',
  '方',
  '運び',
  '流れ',
  '方向',
  '予定',
  'つもり',
  '前提',
  '感じ',
  'まで',
  'だけ',
  'くらい',
  'のみ',
  '方法',
  'ところ',
  'など',
  '必要',
  '約束',
  '決まり',
  '件',
  'うえ',
  '上',
  'ほか',
  'あと',
  '後',
  'か',
])
const CONDITIONS = new Set(['場合', '際', '時', 'とき', 'たび', '度', 'なか', '中', '間'])
const COMPARED = new Set(['ほう', '方', 'より'])
const PLANNED = new Set(['予定', 'つもり', '流れ', '運び', '約束', '決まり', '前提', '形', '方向', '感じ'])

const is = (draft: Draft, name: string): boolean => draft.predicate.classes.has(name)
const isEval = (draft: Draft): boolean => is(draft, 'eval') || is(draft, 'light')

/** Sets force, polarity, time and frame of the drafts of one sentence, from the last to the first. */
export function readForce(drafts: readonly Draft[]): void {
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i]!
    own(draft)
    const { governor } = draft
    if (governor !== undefined) carried(draft, governor)
    if (draft.predicate.tail.joint === 'noun' || isOfPerson(draft)) attributive(draft, drafts[i + 1])
  }
}

/** 〜していただける方: a person, not the other of two ways. */
function isOfPerson({ predicate: { tail }, modified, governor }: Draft): boolean {
  if (tail.joint !== 'nominal' || !/^(?:方|人|者|かた)$/u.test(tail.nominal)) return false
  return !(
    modified?.particle === 'が' &&
    governor !== undefined &&
    (isEval(governor) || governor.predicate.sort === 'adjective')
  )
}

function own(draft: Draft): void {
  const { tail, sort, polite } = draft.predicate
  draft.positive = !tail.negative && !is(draft, 'refuse')
  // 〜しません, but 〜しませんか and 〜ていただけませんか invite and ask.
  if (tail.negative && tail.question && !tail.past) draft.positive = !is(draft, 'refuse')
  if (is(draft, 'refuse') && tail.negative) draft.positive = true
  draft.time = tail.past ? 'past' : 'now'
  draft.conditional = tail.joint === 'condition' || (tail.joint === 'nominal' && CONDITIONS.has(tail.nominal))
  draft.praised = is(draft, 'eval') && !tail.negative
  const [force, who] = forceOf(draft)
  draft.force = force
  draft.byForm = who
  if (tail.conjecture && !tail.question && sort === 'verb' && force === 'state') draft.frame = 'reported'
  if (tail.question && (force === 'state' || force === 'announce') && !isEval(draft)) draft.frame = 'asked'
  if (polite && draft.byForm === undefined && sort === 'verb') draft.byForm = 'reader'
}

function forceOf(draft: Draft): [Force, Draft['byForm']] {
  const { tail, polite, sort } = draft.predicate
  if (tail.request) return tail.causative ? ['wish', 'writer'] : ['ask', 'reader']
  if (tail.receive) {
    // 話させていただく: the writer acts.
    if (tail.causative) {
      if (tail.past) return ['state', 'writer']
      return tail.desire || tail.question ? ['wish', 'writer'] : ['offer', 'writer']
    }
    if (tail.past) return ['state', 'reader']
    if (tail.negative && !tail.question) return ['state', 'reader']
    if (tail.potential || tail.desire || tail.question || tail.joint === 'condition') return ['ask', 'reader']
    return ['announce', 'reader']
  }
  if (tail.give) {
    if (tail.past || tail.joint === 'te') return ['state', undefined]
    return tail.question || tail.joint === 'condition' ? ['ask', 'reader'] : ['state', undefined]
  }
  if (tail.favour) return [tail.past ? 'state' : 'offer', 'writer']
  if (tail.volition)
    return tail.polite || tail.question
      ? polite || tail.humble
        ? ['offer', 'writer']
        : ['invite', 'both']
      : tail.joint === 'quote'
        ? ['wish', 'writer']
        : ['invite', 'both']
  if (tail.desire) return tail.past ? ['state', 'writer'] : ['wish', tail.question ? 'reader' : 'writer']
  if (tail.negative && tail.question && !tail.past && sort !== 'noun' && sort !== 'adjective')
    return tail.potential ? ['ask', undefined] : ['invite', 'both']
  if (tail.potential || is(draft, 'できる')) {
    if (tail.past) return ['state', undefined]
    if (tail.question) return ['ask', undefined]
    return ['offer', undefined]
  }
  if (tail.humble || (polite && sort === 'verbal-noun')) return [tail.past ? 'state' : 'offer', 'writer']
  if (tail.past) return ['state', undefined]
  if (sort === 'verb' || sort === 'verbal-noun') {
    if (tail.passive && tail.honorific) return ['state', 'reader']
    if (tail.question) return ['state', undefined]
    if (tail.progressive || tail.passive || tail.negative)
      return tail.polite ? ['announce', undefined] : ['state', undefined]
    return tail.polite || tail.joint === 'end'
      ? [isOffered(draft) ? 'offer' : 'announce', undefined]
      : ['state', undefined]
  }
  if (sort === 'adjective' || sort === 'noun') {
    if (/^(?:いかが|どう)$/u.test(draft.predicate.lemma)) return ['invite', 'both']
    if (is(draft, 'eval') || is(draft, 'light'))
      return tail.question ? ['ask', undefined] : tail.negative ? ['state', undefined] : ['permit', undefined]
  }
  return [tail.question ? 'state' : 'announce', undefined]
}

/** What one does for the other when one says that one does it: 送ります, 制作します. */
const isOffered = ({ acts }: Draft): boolean =>
  acts.has('send') ||
  acts.has('tell') ||
  acts.has('work') ||
  acts.has('talk') ||
  acts.has('call') ||
  acts.has('ring') ||
  acts.has('session')

/** What the governor makes of it. */
function carried(draft: Draft, governor: Draft): void {
  const { tail } = draft.predicate
  const hands = tail.joint === 'nominal' && HANDS_ON.has(tail.nominal)
  if (tail.joint === 'te') {
    // 〜て、…してください: the main predicate's force. 〜ずに: its own polarity.
    if (draft.force === 'state' || draft.force === 'announce' || draft.force === 'offer') {
      if (draft.byForm === undefined || draft.force !== 'offer') {
        draft.force = governor.force
        draft.byForm ??= governor.byForm
      }
      draft.time = governor.time
      if (governor.frame !== 'own') draft.frame = governor.frame
    }
    return
  }
  if (tail.joint === 'quote') {
    if (is(governor, 'say') || /^(?:いう|言う|聞く|伺う)$/u.test(governor.predicate.lemma)) {
      if (governor.byForm !== 'writer' && !governor.predicate.tail.humble) draft.frame = 'reported'
    } else if (draft.force === 'announce' && is(governor, 'think')) draft.force = 'wish'
    return
  }
  if (tail.joint === 'concession') {
    // 〜てもいいです, 〜ても構いません
    if (isEval(governor)) {
      if (governor.predicate.tail.question) {
        draft.force = draft.byForm === 'reader' ? 'ask' : 'wish'
        draft.byForm ??= 'writer'
      } else {
        draft.force = draft.byForm === 'writer' ? 'offer' : 'permit'
        draft.byForm ??= 'reader'
      }
      draft.praised = true
    } else draft.conditional = true
    return
  }
  if (
    is(governor, 'refuse') &&
    (hands || tail.joint === 'condition') &&
    governor.predicate.lemma !== '困る'
  ) {
    draft.positive = governor.positive
    draft.force = governor.force
    return
  }
  if (tail.joint === 'condition') {
    if (isEval(governor) && !governor.predicate.tail.negative && governor.predicate.tail.joint !== 'noun') {
      // 〜ていただけると助かります, 〜たほうが早い, 〜するといいですよ
      draft.praised = true
      if (draft.force !== 'ask') draft.force = draft.byForm === 'writer' ? 'offer' : 'wish'
      if (tail.receive || tail.give) draft.force = 'ask'
      draft.conditional = false
    }
    // 〜なければならない, 〜なければいけません
    if (
      tail.negative &&
      governor.predicate.tail.negative &&
      /^(?:なる|いける)$/u.test(governor.predicate.lemma)
    ) {
      draft.positive = true
      draft.force = 'announce'
      draft.conditional = false
    }
    return
  }
  if (hands) {
    if (tail.nominal === 'ため' || tail.nominal === 'うえ') return
    if (
      governor.predicate.tail.negative &&
      !governor.predicate.tail.question &&
      !/^(?:構う|かまう|差し支える|問題)$/u.test(governor.predicate.lemma)
    ) {
      draft.positive = !draft.positive ? draft.positive : false
      draft.force = 'state'
    } else if (COMPARED.has(tail.nominal) && isEval(governor)) {
      draft.praised = true
      // 〜したほうがいいです: advice.
      const isAdvice = tail.past && !tail.receive && !tail.give
      draft.force = tail.receive || tail.give || isAdvice ? 'ask' : 'wish'
      if (isAdvice) {
        draft.time = 'now'
        draft.byForm ??= 'reader'
      }
    } else if (isEval(governor) || governor.predicate.lemma === 'ある' || PLANNED.has(tail.nominal)) {
      if (governor.force === 'ask' || governor.force === 'invite')
        draft.force = draft.byForm === 'writer' ? 'wish' : governor.force
      else if (governor.force === 'permit' || governor.force === 'offer')
        draft.force = draft.byForm === 'reader' ? 'permit' : 'offer'
      else if (governor.predicate.lemma === 'ある') {
        draft.force = 'state'
        if (tail.past || tail.nominal === 'こと') draft.time = tail.past ? 'past' : 'habit'
      } else if (!tail.past) draft.force = draft.force === 'state' ? 'announce' : draft.force
      draft.praised ||= governor.praised
      if (governor.time === 'past' && draft.time === 'now') draft.time = 'past'
    } else if (governor.predicate.classes.has('think') && draft.force === 'state') draft.force = 'wish'
    else if (governor.force === 'ask' && tail.nominal === 'よう') draft.force = 'ask'
    else if (governor.force === 'ask' || governor.force === 'invite')
      draft.force =
        draft.force === 'announce' || draft.force === 'state' || draft.force === 'offer'
          ? governor.force
          : draft.force
  }
}

/** 〜方, 〜お仕事, 〜とき: the clause says which one. */
function attributive(draft: Draft, next: Draft | undefined): void {
  draft.frame = 'attributive'
  draft.force = draft.force === 'ask' ? 'ask' : 'state'
  if (next !== undefined && draft.predicate.tail.past) draft.time = 'past'
}
