/** A reader on the platform itself: a model of Workers AI, through the Worker's `AI` binding, in its JSON mode. */
import { type Asker, type Attempt, messagesOf } from './asker.ts'

/** What is used of the binding; its own types name every model. */
export interface AiBinding {
  run(model: string, inputs: object): Promise<unknown>
}

export interface WorkersAiOptions {
  readonly ai: AiBinding
  /** `@cf/…`. */
  readonly model: string
  /** Goes into the inputs over what stands there; `null` takes a key out. */
  readonly body: Readonly<Record<string, unknown>>
}

/** Tokens: room for an answer with a few findings; the platform's own default cuts it. */
const TOKENS = 800

export const createWorkersAi = ({ ai, model, body }: WorkersAiOptions): Asker => ({
  model,
  async ask(question): Promise<Attempt> {
    const inputs = {
      messages: messagesOf(question),
      temperature: 0,
      max_tokens: TOKENS,
      stream: false,
      response_format: { type: 'json_schema', json_schema: question.schema },
      ...body,
    }
    const given = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== null))
    return { kind: 'said', text: textOf(await ai.run(model, given)) }
  },
})

/** Models answer with `response`, a text or in JSON mode an object; some with `choices`, as OpenAI's do. */
function textOf(output: unknown): string {
  if (output === null || typeof output !== 'object') return ''
  const { response, choices } = output as {
    response?: unknown
    choices?: readonly { readonly message?: { readonly content?: unknown } }[]
  }
  const said = response ?? choices?.[0]?.message?.content
  if (typeof said === 'string') return said
  return said !== null && typeof said === 'object' ? JSON.stringify(said) : ''
}
