/** The page at `/rules/pack/rule`: what a rule says, why, where it acts and how, and the examples that prove it. */
import type { Action } from '../../core/contract/report.ts'
import type { Source } from '../../core/rules/rule-spec.ts'
import type { CatalogueRule, Cell, Treatment } from '../catalogue/catalogue.ts'
import { categoryName } from '../strings/categories.ts'
import { contextName } from '../strings/contexts.ts'
import type { Language } from '../strings/languages.ts'
import type { StringKey } from '../strings/strings.ts'
import { Badge } from './badge.tsx'
import { ExampleList } from './examples.tsx'
import { Layout } from './layout.tsx'
import { Both, Text } from './text.tsx'
import { WhereText } from './where.tsx'

export interface RuleProps {
  readonly rule: CatalogueRule
  readonly language: Language
  readonly engine?: string | undefined
}

export const RulePage = ({ rule, language, engine }: RuleProps) => {
  const { name, pack, spec, treatments, cases } = rule
  const marketplace = treatments[0]?.marketplace
  const shown = (spec.action ?? hardest(treatments)) as Action
  return (
    <Layout language={language} current="rules" script="rules.js" title={spec.says} engine={engine}>
      <article class="rule">
        <div class="hero">
          <p class="small">
            <a href="/rules">
              <Text k="rule.back" language={language} />
            </a>
          </p>
          <h1 lang="ja">{spec.says}</h1>
          <p class="small facts">
            <code>{name}</code>
            <Both text={categoryName(spec.category)} language={language} />
            <Text k={`stage.${spec.stage}`} language={language} />
            <a href={`/rules/try#${name}`}>
              <Text k="trial.this" language={language} />
            </a>
          </p>
        </div>

        {alike(treatments).map(({ titles, why, instead, source }) => (
          <section class="wording">
            {titles !== undefined && <h2 lang="ja">{titles.join('・')}</h2>}
            <dl>
              <Row k="rule.why" language={language}>
                {why !== undefined && <span lang="ja">{why}</span>}
              </Row>
              <Row k="rule.instead" language={language}>
                {instead !== undefined && <span lang="ja">{instead}</span>}
              </Row>
              <Row k="rule.source" language={language}>
                {source !== undefined && <SourceLink source={source} language={language} />}
              </Row>
            </dl>
          </section>
        ))}

        <section>
          <h2>
            <Text k="rule.where" language={language} />
          </h2>
          <p>
            <WhereText where={spec.where} rest="rule.where.all" language={language} />
          </p>
          <TreatmentTable treatments={treatments} language={language} />
          {cases.map(({ contexts, treatments: special }) => (
            <>
              <h3>
                <Text k="rule.cases" language={language} />: <Contexts names={contexts} language={language} />
              </h3>
              <TreatmentTable treatments={special} language={language} />
            </>
          ))}
          <dl>
            <Row k="rule.needs" language={language}>
              {spec.needs.length > 0 && <Contexts names={spec.needs} language={language} />}
            </Row>
            <Row k="rule.unless" language={language}>
              {spec.unless.length > 0 && <Contexts names={spec.unless} language={language} />}
            </Row>
          </dl>
        </section>

        {(['flags', 'allows', 'misses'] as const).map((kind) => {
          const examples = spec.examples[kind] ?? []
          if (examples.length === 0) return ''
          return (
            <section>
              <h2>
                <Text k={`rule.${kind}`} language={language} />
              </h2>
              <ExampleList examples={examples} marketplace={marketplace} action={shown} language={language} />
            </section>
          )
        })}
        <p class="small">
          <Text k="rule.pack" language={language} />: <span lang="ja">{pack.spec.title}</span> (
          <code>
            {pack.spec.id} {pack.spec.version}
          </code>
          )
        </p>
      </article>
    </Layout>
  )
}

const Row = ({ k, language, children }: { k: StringKey; language: Language; children?: unknown }) =>
  children === false || children === undefined ? (
    ''
  ) : (
    <div>
      <dt>
        <Text k={k} language={language} />
      </dt>
      <dd>{children}</dd>
    </div>
  )

const SourceLink = ({ source, language }: { source: Source; language: Language }) => (
  <>
    <a href={source.url} lang="ja" rel="noreferrer external" target="_blank">
      {source.says}
    </a>{' '}
    <span class="small">
      <Text k="finding.read" language={language} values={{ date: source.read }} />
    </span>
  </>
)

const Contexts = ({ names, language }: { names: readonly string[]; language: Language }) => (
  <span class="list">
    {names.map((name) => (
      <Both text={contextName(name)} language={language} />
    ))}
  </span>
)

const TreatmentTable = ({
  treatments,
  language,
}: {
  treatments: readonly Pick<Treatment, 'title' | 'cells'>[]
  language: Language
}) => (
  <div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">
            <Text k="context.marketplace" language={language} />
          </th>
          <th scope="col">
            <Text k="rule.column" language={language} />
          </th>
          <th scope="col">
            <Text k="rule.how" language={language} />
          </th>
        </tr>
      </thead>
      <tbody>
        {treatments.flatMap(({ title, cells }) =>
          joined(cells).map((cell, index, rows) => (
            <tr>
              {index === 0 && (
                <th scope="row" rowspan={rows.length} lang="ja">
                  {title}
                </th>
              )}
              <td>
                <WhereText
                  where={rows.length === 1 ? undefined : cell.when}
                  rest={rows.length === 1 ? 'rule.where.all' : 'rule.where.rest'}
                  language={language}
                />
              </td>
              <td>
                <Badge action={cell.action} language={language} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  </div>
)

/** One row where every column has the same action. */
const joined = (cells: readonly Cell[]): readonly Cell[] =>
  cells.every(({ action }) => action === cells[0]?.action) ? cells.slice(0, 1) : cells

interface Wording extends Pick<Treatment, 'why' | 'instead' | 'source'> {
  /** `undefined` where all marketplaces say the same. */
  readonly titles: readonly string[] | undefined
}

/** Marketplaces that say the same are named together. */
function alike(treatments: readonly Treatment[]): Wording[] {
  const groups = new Map<string, Treatment[]>()
  for (const treatment of treatments) {
    const { why, instead, source } = treatment
    const key = JSON.stringify([why, instead, source])
    groups.set(key, [...(groups.get(key) ?? []), treatment])
  }
  return [...groups.values()].map((group) => ({
    titles: groups.size === 1 ? undefined : group.map(({ title }) => title),
    why: group[0]!.why,
    instead: group[0]!.instead,
    source: group[0]!.source,
  }))
}

const HARDNESS = ['off', 'note', 'warn', 'review', 'block'] as const

function hardest(treatments: readonly Treatment[]): string {
  const actions = treatments.flatMap(({ cells }) => cells.map(({ action }) => action))
  return HARDNESS.findLast((one) => one !== 'off' && actions.includes(one)) ?? 'note'
}
