/** The way from paper to paper: beside the text on a desk, below it on a phone. */

import { Both, labelled } from '../pages/text.tsx'
import type { Language } from '../strings/languages.ts'
import { REFERENCE, SHELVES } from '../strings/papers.ts'

export const PapersNav = ({
  current,
  hasReference,
  language,
}: {
  readonly current: string
  readonly hasReference: boolean
  readonly language: Language
}) => (
  <nav class="papers" {...labelled('docs.nav', language)}>
    {SHELVES.map(({ reader, papers }) => (
      <section>
        <h2>
          <Both text={reader} language={language} />
        </h2>
        <ul>
          {[...papers, ...(hasReference && papers[0]?.name === 'marketplaces' ? [REFERENCE] : [])].map(
            ({ name, title }) => (
              <li>
                <a href={`/docs/${name}`} aria-current={name === current ? 'page' : undefined}>
                  <Both text={title} language={language} />
                </a>
              </li>
            ),
          )}
        </ul>
      </section>
    ))}
  </nav>
)
