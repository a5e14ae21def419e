/** The way in at `/docs`: the papers by reader, and what each problem's `type` leads to. */
import { Layout } from '../pages/layout.tsx'
import { Text } from '../pages/text.tsx'
import type { Language } from '../strings/languages.ts'
import { say } from '../strings/say.ts'
import type { OpenApi } from './openapi.ts'
import { PapersNav } from './papers-nav.tsx'

export const DocsPage = ({
  api,
  language,
  engine,
}: {
  readonly api: OpenApi | undefined
  readonly language: Language
  readonly engine: string | undefined
}) => (
  <Layout
    language={language}
    current="docs"
    script="rules.js"
    title={say(language, 'docs.title')}
    engine={engine}
  >
    <div class="hero">
      <h1>
        <Text k="docs.title" language={language} />
      </h1>
      <p>
        <Text k="docs.lead" language={language} />
      </p>
    </div>
    <PapersNav current="" hasReference={api !== undefined} language={language} />
    {api !== undefined && <Problems api={api} language={language} />}
  </Layout>
)

/** A problem's `type` is `/docs#<code>`. */
const Problems = ({ api, language }: { readonly api: OpenApi; readonly language: Language }) => (
  <section class="group" id="problems">
    <h2>
      <Text k="docs.problems" language={language} />
    </h2>
    <p class="small">
      <Text k="docs.problems.lead" language={language} />
    </p>
    <div class="scroll" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">code</th>
            <th scope="col">HTTP</th>
            <th scope="col">
              <Text k="docs.problems.means" language={language} />
            </th>
          </tr>
        </thead>
        <tbody>
          {api['x-problems'].map(({ code, status, title }) => (
            <tr id={code}>
              <th scope="row">
                <code>{code}</code>
              </th>
              <td>{status}</td>
              <td lang="en">{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)
