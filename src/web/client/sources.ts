/** Where rules and a marketplace's wording come from, as the server wrote it into the page. */
import type { Source } from '../../core/rules/rule-spec.ts'
import type { Sources } from '../catalogue/sources.ts'

let sources: Sources | undefined

const read = (): Sources =>
  JSON.parse(document.getElementById('sources')?.textContent ?? '{"rules":{},"wording":{}}') as Sources

export function sourceOf(rule: string, category: string, marketplace: string): Source | undefined {
  sources ??= read()
  return sources.rules[rule] ?? sources.wording[marketplace]?.[category]
}
