/** The reference page: the OpenAPI document as one HTML page with no script and no request of its own. */
import { html, raw } from 'hono/html'
import { PROBLEMS } from './problem.ts'

type Json = { readonly [key: string]: unknown }

const STYLE = `
:root{color-scheme:light dark;--line:#8884}
body{font:16px/1.6 system-ui,-apple-system,"Hiragino Sans","Noto Sans JP",sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
code,pre{font:14px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{overflow:auto;padding:.75rem;border:1px solid var(--line);border-radius:.4rem}
section{border-top:1px solid var(--line);margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--line)}
.method{font-weight:700;margin-right:.5rem}
`

/** @param document of `openapi()`. */
export async function referencePage(document: Json): Promise<{ html: string; csp: string }> {
  const info = document.info as { title: string; version: string; summary: string; description: string }
  const paths = Object.entries(document.paths as Record<string, Record<string, Json>>)
  const operations = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const schemas = (document.components as { schemas: Record<string, Json> }).schemas
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} ${info.version}: HTTP reference</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<h1>${info.title} ${info.version}</h1>
<p>${info.summary}</p>
${info.description.split('\n\n').map(paragraph)}
<p><a href="/">Sekisho</a>, <a href="/rules">the rules</a>; machine-readable: <a href="/openapi.json">openapi.json</a></p>
<nav><ul>
${operations.map(
  ({ path, method, operation }) =>
    html`<li><a href="#${operation.operationId}"><code>${method} ${path}</code></a> ${operation.summary}</li>`,
)}
<li><a href="#schemas">Schemas</a></li>
<li><a href="#problems">Problem codes</a></li>
</ul></nav>
${operations.map(({ path, method, operation }) => section(path, method, operation))}
<section id="schemas"><h2>Schemas</h2>
${Object.entries(schemas).map(
  ([name, schema]) =>
    html`<details id="schema-${name}"><summary><code>${name}</code></summary>${block(schema)}</details>`,
)}
</section>
<section id="problems"><h2>Problem codes</h2>
<p>Every fault is <code>application/problem+json</code> with one of these in <code>code</code>.</p>
<table><thead><tr><th>code</th><th>status</th><th>means</th></tr></thead><tbody>
${Object.entries(PROBLEMS).map(
  ([code, { status, title }]) =>
    html`<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
)}
</tbody></table></section>
</body></html>`
  return { html: String(await page), csp: await policy() }
}

function section(path: string, method: string, operation: Json) {
  const parameters = (operation.parameters ?? []) as {
    name: string
    description: string
    example: string
  }[]
  const contents = Object.entries(
    ((operation.requestBody as Json | undefined)?.content ?? {}) as Record<
      string,
      { schema?: Json; examples?: Record<string, { summary: string; value: unknown }> }
    >,
  )
  const responses = Object.entries(
    operation.responses as Record<
      string,
      { description: string; content?: Record<string, { schema?: Json }> }
    >,
  )
  return html`<section id="${operation.operationId}">
<h2><span class="method">${method}</span><code>${path}</code></h2>
<p><strong>${operation.summary}</strong></p>
${operation.description === undefined ? '' : html`<p>${inline(String(operation.description))}</p>`}
${parameters.map(
  ({ name, description, example }) =>
    html`<p><code>{${name}}</code>: ${description}, for example <code>${example}</code></p>`,
)}
${contents.map(
  ([type, { schema, examples = {} }]) => html`<h3>Body: <code>${type}</code></h3>
${Object.values(examples).map(({ summary, value }) => html`<p>${summary}</p>${block(value)}`)}
${schema === undefined ? '' : schemaBlock(schema)}`,
)}
<h3>Answers</h3>
<table><tbody>
${responses.map(
  ([status, { description, content = {} }]) =>
    html`<tr><td>${status}</td><td>${inline(description)}${Object.values(content).map(({ schema }) =>
      schema === undefined || Number(status) >= 400 ? '' : schemaBlock(schema),
    )}</td></tr>`,
)}
</tbody></table></section>`
}

function schemaBlock(schema: Json) {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  if (name !== undefined) return html`<p>Schema: <a href="#schema-${name}"><code>${name}</code></a></p>`
  return html`<details><summary>Schema</summary>${block(schema)}</details>`
}

const block = (value: unknown) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return html`<pre><code>${text}</code></pre>`
}

/** Paragraphs of the description, which is Markdown with tables and code. */
const paragraph = (text: string) => (text.startsWith('|') ? table(text) : html`<p>${inline(text)}</p>`)

function table(text: string) {
  const [head = [], , ...rows] = text.split('\n').map((line) => line.split('|').slice(1, -1))
  return html`<table><thead><tr>${head.map((cell) => html`<th>${inline(cell.trim())}</th>`)}</tr></thead><tbody>
${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inline(cell.trim())}</td>`)}</tr>`)}
</tbody></table>`
}

/** `code` in backquotes. */
const inline = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))

async function policy(): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE)))
  const hash = btoa(String.fromCharCode(...digest))
  return `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`
}
