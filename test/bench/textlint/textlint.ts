/** textlint with Japanese presets, as their authors switch them on. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const JAPANESE = 'textlint-rule-preset-japanese'
export const TECHNICAL_WRITING = 'textlint-rule-preset-ja-technical-writing'

/** The rules that fire on a text, one name a message. */
export type TextlintRun = (text: string) => Promise<readonly string[]>

export async function createTextlint(presets: readonly string[]): Promise<TextlintRun> {
  const { createLinter } = await import('textlint')
  const { TextlintKernelDescriptor } = await import('@textlint/kernel')
  const { moduleInterop } = await import('@textlint/module-interop')
  const preset = (name: string) => moduleInterop(require(name))
  const rules = presets.flatMap((name) => {
    const { rules, rulesConfig } = preset(name)
    return Object.entries(rules).map(([id, rule]) => ({
      ruleId: id,
      rule: rule as never,
      options: rulesConfig[id] ?? true,
    }))
  })
  const linter = createLinter({
    descriptor: new TextlintKernelDescriptor({
      rules,
      filterRules: [],
      plugins: [{ pluginId: 'text', plugin: preset('@textlint/textlint-plugin-text') }],
    }),
  })
  return async (text) =>
    (await linter.lintText(text, 'message.txt')).messages.map(({ ruleId }) => ruleId.replace(/^.*\//, ''))
}
