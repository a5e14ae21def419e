/** A page that only says something: not found, not ready. */
import type { Language } from '../strings/languages.ts'
import { say } from '../strings/say.ts'
import type { StringKey } from '../strings/strings.ts'
import { Layout } from './layout.tsx'
import { Text } from './text.tsx'

export const MessagePage = ({ k, language }: { k: StringKey; language: Language }) => (
  <Layout language={language} current="none" script="rules.js" title={say(language, k)}>
    <div class="hero">
      <h1>
        <Text k={k} language={language} />
      </h1>
      <p>
        <a href="/">
          <Text k="error.home" language={language} />
        </a>
      </p>
    </div>
  </Layout>
)
