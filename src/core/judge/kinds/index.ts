/** All kinds of detectors by the name that rules use. A new kind is a file and a line here. */
import type { DetectorKind } from '../detector.ts'
import { acceptanceKind } from './acceptance.ts'
import { datumKind } from './datum.ts'
import { facesKind } from './faces.ts'
import { genericProposalKind } from './generic-proposal.ts'
import { longSentenceKind } from './long-sentence.ts'
import { mannerKind } from './manner.ts'
import { mentionKind } from './mention.ts'
import { mixedStyleKind } from './mixed-style.ts'
import { phraseKind } from './phrase.ts'
import { placeholderKind } from './placeholder.ts'
import { repeatedMarksKind } from './repeated-marks.ts'
import { speechKind } from './speech.ts'
import { statementKind } from './statement.ts'
import { wholeTextKind } from './whole-text.ts'
import { wordingKind } from './wording.ts'
import { wrongJobKind } from './wrong-job.ts'
import { wrongRecipientKind } from './wrong-recipient.ts'

const KINDS = [
  statementKind,
  acceptanceKind,
  phraseKind,
  datumKind,
  mentionKind,
  wordingKind,
  speechKind,
  mannerKind,
  repeatedMarksKind,
  facesKind,
  placeholderKind,
  longSentenceKind,
  mixedStyleKind,
  wholeTextKind,
  wrongRecipientKind,
  wrongJobKind,
  genericProposalKind,
] as DetectorKind[]

export const DETECTOR_KINDS: ReadonlyMap<string, DetectorKind> = new Map(
  KINDS.map((kind) => [kind.kind, kind]),
)
