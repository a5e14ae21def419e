/** Where a rule or a table's column holds, in words. */
import type { Where } from '../../core/contract/where.ts'
import type { Language } from '../strings/languages.ts'
import type { StringKey } from '../strings/strings.ts'
import { Text } from './text.tsx'

/** @param rest what to say where nothing is named */
export const WhereText = ({
  where,
  rest,
  language,
}: {
  where: Where | undefined
  rest: StringKey
  language: Language
}) => {
  const keys: StringKey[] = [
    ...(where?.channel ?? []).map((channel) => `channel.${channel}` as const),
    ...(where?.phase ?? []).map((phase) => `phase.${phase}` as const),
    ...(where?.role ?? []).map((role) => `role.${role}` as const),
  ]
  if (keys.length === 0) return <Text k={rest} language={language} />
  return (
    <span class="list">
      {keys.map((k) => (
        <Text k={k} language={language} />
      ))}
    </span>
  )
}
