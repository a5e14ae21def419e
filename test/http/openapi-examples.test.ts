/** Executes every example of the OpenAPI document against the real service, and holds the answers to their schemas. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, expect, test } from 'vitest'
import { serve } from '../../src/runtime/serve.ts'

interface Content {
  readonly schema?: object
  readonly examples?: Record<string, { readonly value: unknown }>
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly example: string }[]
  readonly requestBody?: { readonly content: Record<string, Content> }
  readonly responses: Record<string, { readonly content?: Record<string, Content> }>
}
interface Example {
  readonly says: string
  readonly method: string
  readonly url: string
  readonly operation: Operation
  readonly type?: string
  readonly value?: unknown
}

const service = await serve({ environment: {}, port: 0, log() {} })
afterAll(() => service.close())

const document = (await (await fetch(`${service.url}/openapi.json`)).json()) as {
  paths: Record<string, Record<string, Operation>>
  components: object
}
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { uri: true, date: true } })

const examples = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([name, operation]): Example[] => {
    const method = name.toUpperCase()
    const url = (operation.parameters ?? []).reduce(
      (filled, parameter) => filled.replace(`{${parameter.name}}`, encodeURIComponent(parameter.example)),
      path,
    )
    const says = `${method} ${path}`
    if (operation.requestBody === undefined) return [{ says, method, url, operation }]
    return Object.entries(operation.requestBody.content).flatMap(([type, content]) =>
      Object.entries(content.examples ?? {}).map(([key, { value }]) => ({
        says: `${says}: ${key}`,
        method,
        url,
        operation,
        type,
        value,
      })),
    )
  }),
)

test('every operation has an example', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  expect(new Set(examples.map(({ operation }) => operation)).size).toBe(operations.length)
})

test.each(examples.map((example) => [example.says, example] as const))('%s', async (_, example) => {
  const { method, url, operation, type, value } = example
  const response = await fetch(service.url + url, {
    method,
    ...(type === undefined
      ? {}
      : {
          headers: { 'content-type': type },
          body: typeof value === 'string' ? value : JSON.stringify(value),
        }),
  })
  expect(response.status).toBe(200)
  const [[answerType, { schema }]] = Object.entries(operation.responses['200']!.content!) as [
    [string, Content],
  ]
  expect(response.headers.get('content-type')).toContain(answerType)
  const text = await response.text()
  expect(text).not.toBe('')
  if (schema === undefined) return
  const validate = ajv.compile({ ...schema, components: document.components })
  for (const answer of answerType === 'application/x-ndjson' ? text.trimEnd().split('\n') : [text]) {
    validate(JSON.parse(answer))
    expect(validate.errors ?? []).toEqual([])
  }
})
