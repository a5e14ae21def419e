/** The page at `/`: one text, a conversation or an account, and the verdict. The browser's part is in client/. */
import { raw } from 'hono/html'
import { ACTIONS } from '../../core/contract/report.ts'
import type { Sources } from '../catalogue/sources.ts'
import type { Language } from '../strings/languages.ts'
import { ContextForm, type Marketplace } from './context-form.tsx'
import { Layout } from './layout.tsx'
import { labelled, placeholder, Text } from './text.tsx'

export interface PlaygroundProps {
  readonly marketplaces: readonly Marketplace[]
  /** UTF-16 code units that the API takes. */
  readonly textLimit: number
  readonly sources: Sources
  readonly language: Language
  readonly engine?: string | undefined
}

const MODES = ['text', 'talk', 'pages', 'account'] as const

export const PlaygroundPage = ({ marketplaces, textLimit, sources, language, engine }: PlaygroundProps) => (
  <Layout language={language} current="try" script="playground.js" engine={engine}>
    <div class="hero">
      <h1>
        <Text k="site.tagline" language={language} />
      </h1>
      <p>
        <Text k="site.lead" language={language} />
      </p>
    </div>
    <noscript>
      <p class="notice">
        <Text k="noscript" language={language} />
      </p>
    </noscript>
    <div class="tabs" role="tablist" {...labelled('mode.label', language)}>
      {MODES.map((mode, index) => (
        <button
          type="button"
          role="tab"
          id={`tab-${mode}`}
          aria-controls={`mode-${mode}`}
          aria-selected={index === 0 ? 'true' : 'false'}
          tabindex={index === 0 ? 0 : -1}
        >
          <Text k={`mode.${mode}`} language={language} />
        </button>
      ))}
    </div>
    <ContextForm marketplaces={marketplaces} language={language} />
    <div class="notice" id="fault" role="alert" hidden></div>
    <p class="spoken" id="spoken" role="status"></p>
    <section class="mode" id="mode-text" role="tabpanel" aria-labelledby="tab-text">
      <TextMode textLimit={textLimit} language={language} />
    </section>
    <section class="mode" id="mode-talk" role="tabpanel" aria-labelledby="tab-talk" hidden></section>
    <section class="mode" id="mode-pages" role="tabpanel" aria-labelledby="tab-pages" hidden></section>
    <section class="mode" id="mode-account" role="tabpanel" aria-labelledby="tab-account" hidden></section>
    <script type="application/json" id="sources">
      {raw(JSON.stringify(sources).replaceAll('<', '\\u003c'))}
    </script>
  </Layout>
)

const TextMode = ({ textLimit, language }: { textLimit: number; language: Language }) => (
  <>
    <div class="bench">
      <div class="writing">
        <fieldset class="examples" id="examples">
          <legend>
            <Text k="example.label" language={language} />
          </legend>
        </fieldset>
        <div class="editor" id="editor" data-limit={textLimit}>
          <div class="mirror" aria-hidden="true"></div>
          <textarea
            id="text"
            rows={3}
            lang="ja"
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            aria-describedby="keys"
            {...labelled('editor.label', language)}
            {...placeholder('editor.placeholder', language)}
          ></textarea>
        </div>
        <div class="under">
          <ul class="legend" {...labelled('legend.label', language)}>
            {[...ACTIONS].reverse().map((action) => (
              <li>
                <span class="line" data-action={action}>
                  <Text k={`action.${action}`} language={language} />
                </span>
              </li>
            ))}
          </ul>
          <span class="count" id="count"></span>
          <button type="button" class="quiet" id="clear">
            <Text k="editor.clear" language={language} />
          </button>
        </div>
        <p class="spoken" id="keys">
          <Text k="editor.keys" language={language} />
        </p>
      </div>
      <div class="answer">
        <div class="verdict" id="verdict" data-verdict="none"></div>
        <h2 class="spoken">
          <Text k="findings.title" language={language} />
        </h2>
        <div class="sharing">
          <p class="counts" id="counts"></p>
          <div class="together">
            <button type="button" class="quiet" id="share-link" hidden>
              <Text k="share.link" language={language} />
            </button>
            <button type="button" class="quiet" id="share-report" hidden>
              <Text k="share.report" language={language} />
            </button>
          </div>
        </div>
        <ol class="cards" id="findings"></ol>
        <div id="incomplete"></div>
        <p id="opinion" class="small" hidden></p>
      </div>
      <section class="passport" id="passport" hidden></section>
    </div>
    <details class="reading" id="reading">
      <summary>
        <Text k="reading.title" language={language} />
      </summary>
      <div></div>
    </details>
  </>
)
