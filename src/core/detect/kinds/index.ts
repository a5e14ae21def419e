/** All kinds of detectors by the name that rules use. A new kind is a file and a line here. */
import type { DetectorKind } from '../detector.ts'
import { datumKind } from './datum.ts'
import { mentionKind } from './mention.ts'
import { phraseKind } from './phrase.ts'

export const DETECTOR_KINDS: ReadonlyMap<string, DetectorKind> = new Map(
  ([phraseKind, datumKind, mentionKind] as DetectorKind[]).map((kind) => [kind.kind, kind]),
)
