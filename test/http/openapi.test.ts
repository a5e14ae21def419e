import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { PROBLEMS } from '../../src/http/problem.ts'
import { fakeDeps } from './fake-deps.ts'

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly example: string }[]
  readonly requestBody?: {
    readonly content: Record<string, { readonly examples?: Record<string, { readonly value: unknown }> }>
  }
  readonly responses: Record<string, { readonly description: string; readonly content?: object }>
}

const app = createApp(fakeDeps())
const document = (await (await app.request('/openapi.json')).json()) as {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
  'x-problems': { code: string; status: number; title: string }[]
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
)

test('the document is valid OpenAPI', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
})

test('every reference leads somewhere', () => {
  const names = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  )
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter((name) => !Object.hasOwn(document.components.schemas, name!))).toEqual([])
})

test('operations have names of their own', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every problem code is named with its status and its words', () => {
  const named = document['x-problems'].map(({ code, status, title }) => [code, { status, title }])
  expect(Object.fromEntries(named)).toEqual(PROBLEMS)
})
