/** Mentions written plainly. Stands in until service mentions in disguise land. */
import type { Token } from '../morph/token.ts'
import type { View } from '../text/view.ts'
import type { Capability, Mention } from './mention.ts'

export const namedMentions = (
  services: readonly {
    id: string
    name: string
    capability: string
    aliases?: readonly string[]
    weak?: readonly string[]
  }[],
) => {
  const table = new Map<string, { id: string; name: string; capability: Capability; weak: boolean }>()
  for (const s of services) {
    for (const a of s.weak ?? [])
      table.set(a.toLowerCase(), {
        id: s.id,
        name: s.name,
        capability: s.capability as Capability,
        weak: true,
      })
    for (const a of [s.name, ...(s.aliases ?? [])])
      table.set(a.toLowerCase(), {
        id: s.id,
        name: s.name,
        capability: s.capability as Capability,
        weak: false,
      })
  }
  const words = [...table.keys()]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`(?<![A-Za-z])(?:${words.join('|')})(?![A-Za-z])`, 'gi')
  return (plain: View, tokens: readonly Token[]): Mention[] => {
    const starts = new Set(tokens.map((t) => t.start))
    const ends = new Set(tokens.map((t) => t.end))
    const out: Mention[] = []
    for (const m of plain.text.matchAll(pattern)) {
      const span = { start: m.index, end: m.index + m[0].length }
      if (!starts.has(span.start) || !ends.has(span.end)) continue
      const hit = table.get(m[0].toLowerCase())!
      out.push({
        service: hit.id,
        name: hit.name,
        capability: hit.capability,
        span,
        form: 'name',
        certainty: hit.weak ? 'weak' : 'sure',
        trail: [],
      })
    }
    return out
  }
}
