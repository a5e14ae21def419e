/** The page at `/rules`: every rule, by what it is about, to be searched; and the marketplaces' tables. */

import type { LoadedPack } from '../../core/lint/linter.ts'
import type { CatalogueRule } from '../catalogue/catalogue.ts'
import { plainText } from '../catalogue/catalogue.ts'
import { matches, searchable } from '../catalogue/search.ts'
import { categoryName, groupName, groupOf } from '../strings/categories.ts'
import type { Language } from '../strings/languages.ts'
import { say } from '../strings/say.ts'
import { ExampleText } from './examples.tsx'
import { Layout } from './layout.tsx'
import { PolicyTables } from './policy-tables.tsx'
import { Both, Text } from './text.tsx'

export interface RulesProps {
  readonly rules: readonly CatalogueRule[]
  readonly packs: readonly LoadedPack[]
  /** What is searched for; empty shows all. */
  readonly query: string
  readonly language: Language
  readonly engine?: string | undefined
}

export const RulesPage = ({ rules, packs, query, language, engine }: RulesProps) => {
  const texts = new Map(rules.map((rule) => [rule, searchText(rule)]))
  const found = rules.filter((rule) => matches(query, texts.get(rule)!))
  const groups = [...new Set(rules.map(({ spec }) => groupOf(spec.category)))]
  return (
    <Layout
      language={language}
      current="rules"
      script="rules.js"
      title={say(language, 'rules.title')}
      engine={engine}
    >
      <div class="hero">
        <h1>
          <Text k="rules.title" language={language} />
        </h1>
        <p>
          <Text k="rules.lead" language={language} />
        </p>
        <p>
          <a href="/rules/try">
            <Text k="trial.link" language={language} />
          </a>
        </p>
      </div>
      <search>
        <form class="search" action="/rules" method="get">
          <label for="query">
            <Text k="rules.search" language={language} />
          </label>
          <input id="query" name="q" type="search" value={query} autocomplete="off" lang="ja" />
          <button type="submit">
            <Text k="rules.search.button" language={language} />
          </button>
          <p class="small" role="status" id="rule-count" data-total={rules.length}>
            <Text k="rules.count" language={language} values={{ count: found.length }} />
          </p>
        </form>
      </search>
      <p class="notice" id="no-rules" hidden={found.length > 0}>
        <Text k="rules.none" language={language} />
      </p>
      {groups.map((group) => {
        const mine = rules.filter(({ spec }) => groupOf(spec.category) === group)
        return (
          <section class="group" hidden={!mine.some((rule) => found.includes(rule))}>
            <h2 id={`group-${group}`}>
              <Both text={groupName(group)} language={language} />
            </h2>
            <ul class="rule-list">
              {mine.map((rule) => (
                <li data-search={texts.get(rule)} hidden={!found.includes(rule)}>
                  <Summary rule={rule} language={language} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <PolicyTables packs={packs} language={language} />
    </Layout>
  )
}

const Summary = ({ rule, language }: { rule: CatalogueRule; language: Language }) => {
  const { name, spec } = rule
  const example = spec.examples.flags[0]!
  return (
    <article class="rule-card">
      <p class="small">
        <Both text={categoryName(spec.category)} language={language} />
        {spec.stage !== 'stable' && (
          <span class="tag">
            <Text k={`stage.${spec.stage}`} language={language} />
          </span>
        )}
      </p>
      <h3 lang="ja">
        <a href={`/rules/${name}`}>{spec.says}</a>
      </h3>
      <p class="sample">
        <ExampleText example={example} action={spec.action ?? 'block'} />
      </p>
      <p class="small">
        <code>{name}</code>
      </p>
    </article>
  )
}

const searchText = ({ name, spec, treatments }: CatalogueRule): string =>
  searchable(
    [
      name,
      spec.category,
      ...categoryName(spec.category),
      spec.says,
      spec.why ?? '',
      spec.instead ?? '',
      ...treatments.map(({ instead }) => instead ?? ''),
      ...spec.examples.flags.map(plainText),
    ].join(' '),
  )
