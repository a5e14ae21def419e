/**
 * A datum as a detector finds it: positions in the plain view, before the view's own trail is joined to it.
 */

import type { Capability } from '../../services/mention.ts'
import type { TrailStep, View } from '../../text/view.ts'
import type { Datum, DatumKind } from './datum.ts'

export interface Draft {
  readonly kind: DatumKind
  readonly start: number
  readonly end: number
  readonly value: string
  /** The detector's own steps; one that disguises makes the datum disguised. */
  readonly steps?: readonly TrailStep[]
  readonly sample?: boolean
  readonly partial?: boolean
  readonly host?: string | undefined
  readonly service?: string | undefined
  readonly capability?: Capability | undefined
}

/** Joins what the plain view had to undo inside the span to what the detector undid. */
export const toDatum = (view: View, draft: Draft): Datum => {
  const span = { start: draft.start, end: draft.end }
  const trail = [...view.trail(span), ...(draft.steps ?? [])]
  return {
    kind: draft.kind,
    span,
    value: draft.value,
    disguised: trail.some((step) => step.disguise),
    trail,
    sample: draft.sample ?? false,
    partial: draft.partial ?? false,
    ...(draft.host === undefined ? {} : { host: draft.host }),
    ...(draft.service === undefined ? {} : { service: draft.service }),
    ...(draft.capability === undefined ? {} : { capability: draft.capability }),
  }
}
