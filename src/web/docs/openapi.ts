/** The part of the service's OpenAPI document that the pages show. */
export type Json = { readonly [key: string]: unknown }

export interface OpenApi {
  readonly info: {
    readonly title: string
    readonly version: string
    readonly summary: string
    readonly description: string
  }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
  readonly 'x-problems': readonly { readonly code: string; readonly status: number; readonly title: string }[]
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly description: string
    readonly example: string
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Content>> }>
  >
}

export interface Content {
  readonly schema?: Json
  readonly examples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>
}
