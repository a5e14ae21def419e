/**
 * Words shaped like the name of an account: 「mofumofu_kinako」, 「kurage88」. By itself such a word says nothing; it is
 * the answer where an account was asked for.
 */
import type { Span } from '../../text/span.ts'
import { trimEnd } from '../common/trim-end.ts'

/** `{#name}` in a pattern. */
export const NAME_SHAPE = 'name'

/** Letters with digits or signs among them; no file, no address. */
const NAME = /(?<![a-z0-9_.@/:#-])(?=[a-z0-9_.-]*[a-z])[a-z0-9][a-z0-9_.-]{3,29}(?![a-z0-9_@/-]|:\/)/g
const FILE = /\.(?:pdf|png|jpe?g|gif|zip|psd|ai|docx?|xlsx?|pptx?|txt|csv|mp[34]|wav|mov|html?|css|js|ts|md)$/

export const accountNames = (folded: string): Span[] =>
  [...folded.matchAll(NAME)]
    .map((found) => ({ start: found.index, end: found.index + trimEnd(found[0], '.-').length }))
    .filter(({ start, end }) => !FILE.test(folded.slice(start, end)))
