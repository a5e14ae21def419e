/** The HTTP reference: the OpenAPI document to read. */
import { Layout } from '../pages/layout.tsx'
import { Text } from '../pages/text.tsx'
import { inLanguage, type Language } from '../strings/languages.ts'
import { REFERENCE } from '../strings/papers.ts'
import type { Json, OpenApi, Operation } from './openapi.ts'
import { PapersNav } from './papers-nav.tsx'

interface Shown {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

export const ReferencePage = ({ api, language }: { readonly api: OpenApi; readonly language: Language }) => {
  const { info, paths, components } = api
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]): Shown => ({ path, method: method.toUpperCase(), operation }),
    ),
  )
  return (
    <Layout
      language={language}
      current="docs"
      script="rules.js"
      title={inLanguage(REFERENCE.title, language)}
    >
      <div class="docs">
        <article class="paper">
          <p class="small">
            <a href="/docs">
              <Text k="docs.back" language={language} />
            </a>
          </p>
          <h1 lang="en">
            {info.title} {info.version}: HTTP reference
          </h1>
          <div lang="en">
            <p>{info.summary}</p>
            {info.description.split('\n\n').map((text) => (
              <Paragraph text={text} />
            ))}
            <p>
              Machine-readable: <a href="/openapi.json">openapi.json</a>. Faults:{' '}
              <a href="/docs#problems">problem codes</a>.
            </p>
            <ul class="operations">
              {all.map(({ path, method, operation }) => (
                <li>
                  <a href={`#${operation.operationId}`}>
                    <code>
                      {method} {path}
                    </code>
                  </a>{' '}
                  {operation.summary}
                </li>
              ))}
            </ul>
            {all.map((shown) => (
              <OperationSection {...shown} />
            ))}
            <h2 id="schemas">Schemas</h2>
            {Object.entries(components.schemas).map(([name, schema]) => (
              <details id={`schema-${name}`}>
                <summary>
                  <code>{name}</code>
                </summary>
                <Block value={schema} />
              </details>
            ))}
          </div>
        </article>
        <PapersNav current="reference" hasReference language={language} />
      </div>
    </Layout>
  )
}

const OperationSection = ({ path, method, operation }: Shown) => (
  <section id={operation.operationId}>
    <h2>
      <code>
        {method} {path}
      </code>
    </h2>
    <p>
      <strong>{operation.summary}</strong>
    </p>
    {operation.description !== undefined && (
      <p>
        <Inline text={operation.description} />
      </p>
    )}
    {(operation.parameters ?? []).map(({ name, description, example }) => (
      <p>
        <code>{`{${name}}`}</code>: <Inline text={description} />, for example <code>{example}</code>
      </p>
    ))}
    {Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema, examples = {} }]) => (
      <>
        <h3>
          Body: <code>{type}</code>
        </h3>
        {Object.values(examples).map(({ summary, value }) => (
          <>
            <p>{summary}</p>
            <Block value={value} />
          </>
        ))}
        {schema !== undefined && <Schema schema={schema} />}
      </>
    ))}
    <h3>Answers</h3>
    <div class="scroll" tabindex={0}>
      <table>
        <tbody>
          {Object.entries(operation.responses).map(([status, { description, content = {} }]) => (
            <tr>
              <th scope="row">{status}</th>
              <td>
                <Inline text={description} />
                {Number(status) < 400 &&
                  Object.values(content).map(({ schema }) =>
                    schema === undefined ? '' : <Schema schema={schema} />,
                  )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const Schema = ({ schema }: { readonly schema: Json }) => {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  if (name !== undefined) {
    return (
      <p>
        Schema:{' '}
        <a href={`#schema-${name}`}>
          <code>{name}</code>
        </a>
      </p>
    )
  }
  return (
    <details>
      <summary>Schema</summary>
      <Block value={schema} />
    </details>
  )
}

const Block = ({ value }: { readonly value: unknown }) => (
  <pre tabindex={0}>
    <code>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</code>
  </pre>
)

/** Paragraphs of the description, which is Markdown with tables and code. */
const Paragraph = ({ text }: { readonly text: string }) => {
  if (!text.startsWith('|')) {
    return (
      <p>
        <Inline text={text} />
      </p>
    )
  }
  const [head = [], , ...rows] = text.split('\n').map((line) => line.split('|').slice(1, -1))
  return (
    <div class="scroll" tabindex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">{cell.trim()}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>
                  <Inline text={cell.trim()} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** `code` in backquotes. */
const Inline = ({ text }: { readonly text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))}</>
)
