/** Every marketplace's table of actions, and the packs in force. */
import type { LoadedPack } from '../../core/lint/linter.ts'
import type { MarketplacePack } from '../../core/rules/rule-spec.ts'
import { categoryName } from '../strings/categories.ts'
import { contextName } from '../strings/contexts.ts'
import type { Language } from '../strings/languages.ts'
import { Badge } from './badge.tsx'
import { Both, Text } from './text.tsx'
import { WhereText } from './where.tsx'

export const PolicyTables = ({
  packs,
  language,
}: {
  readonly packs: readonly LoadedPack[]
  readonly language: Language
}) => (
  <>
    <section class="group">
      <h2>
        <Text k="rules.table" language={language} />
      </h2>
      {packs.map(({ spec }) =>
        spec.kind === 'marketplace' ? (
          <details class="policy">
            <summary lang="ja">{spec.title}</summary>
            <ActionTable spec={spec} language={language} />
          </details>
        ) : (
          ''
        ),
      )}
    </section>
    <section class="group">
      <h2>
        <Text k="rules.packs" language={language} />
      </h2>
      <section class="scroll" tabindex={0} aria-labelledby="packs-name">
        <table class="dense">
          <caption class="spoken" id="packs-name">
            <Text k="rules.packs" language={language} />
          </caption>
          <thead>
            <tr>
              {(['rules.pack', 'rules.version', 'rules.digest'] as const).map((k) => (
                <th scope="col">
                  <Text k={k} language={language} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {packs.map(({ spec, digest }) => (
              <tr>
                <th scope="row">
                  <span lang="ja">{spec.title}</span> <code>{spec.id}</code>
                </th>
                <td>{spec.version}</td>
                <td>
                  <code title={digest}>{digest.slice(0, 16)}…</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  </>
)

const ActionTable = ({ spec, language }: { spec: MarketplacePack; language: Language }) => (
  <section class="scroll" tabindex={0} aria-label={spec.title}>
    <table class="dense">
      <thead>
        <tr>
          <th scope="col">
            <Text k="rule.category" language={language} />
          </th>
          {spec.columns.map(({ when }) => (
            <th scope="col">
              <WhereText where={when} rest="rule.where.rest" language={language} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(spec.actions).map(([row, cells]) => (
          <tr>
            <th scope="row">
              <Both text={row.includes('.') ? categoryName(row) : contextName(row)} language={language} />
            </th>
            {spec.columns.map(({ name }) => {
              const action = cells[name] ?? cells['*']
              return <td>{action === undefined ? '' : <Badge action={action} language={language} />}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
