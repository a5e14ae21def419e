/** A rule's examples, with the flagged words marked, each a click from being tried. */

import type { Action } from '../../core/contract/report.ts'
import type { Example } from '../../core/rules/rule-spec.ts'
import { piecesOf, plainText } from '../catalogue/catalogue.ts'
import type { Language } from '../strings/languages.ts'
import { Text } from './text.tsx'

export const ExampleText = ({ example, action }: { example: Example; action: Action }) => (
  <span lang="ja">
    {piecesOf(example).map(({ text, flagged }) =>
      flagged ? (
        <mark class="line" data-action={action}>
          {text}
        </mark>
      ) : (
        text
      ),
    )}
  </span>
)

export const ExampleList = ({
  examples,
  marketplace,
  action,
  language,
}: {
  examples: readonly Example[]
  marketplace: string | undefined
  action: Action
  language: Language
}) => (
  <ul class="examples-list">
    {examples.map((example) => (
      <li>
        <p>
          <ExampleText example={example} action={action} />
        </p>
        {(example.context?.history ?? []).map(({ role, text }) => (
          <p class="small">
            <Text k={`role.${role}`} language={language} />: <span lang="ja">{text}</span>
          </p>
        ))}
        {example.context?.history === undefined && (
          <a class="small" href={tryAddress(example, marketplace)}>
            <Text k="rule.try" language={language} />
          </a>
        )}
      </li>
    ))}
  </ul>
)

/** The text stands behind the `#`, which browsers keep to themselves. */
function tryAddress(example: Example, marketplace: string | undefined): string {
  const values = new URLSearchParams({ text: plainText(example) })
  if (marketplace !== undefined) values.set('marketplace', marketplace)
  for (const [name, value] of Object.entries(example.context ?? {})) {
    if (typeof value === 'string') values.set(name, value)
  }
  return `/#${values}`
}
