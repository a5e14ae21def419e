/** The page at `/rules/try`: a changed pack, texts, and what is judged otherwise. The browser's part is in client/trial/. */
import { ENGINE_FOLDER, RULE_FILES } from '../engine.ts'
import type { Marketplace } from '../pages/context-form.tsx'
import { Layout } from '../pages/layout.tsx'
import { PlaceFields } from '../pages/place-fields.tsx'
import { Choice, labelled, placeholder, Text } from '../pages/text.tsx'
import type { Language } from '../strings/languages.ts'
import { say } from '../strings/say.ts'

export interface TrialProps {
  readonly marketplaces: readonly Marketplace[]
  readonly language: Language
  readonly engine: string | undefined
}

export const TrialPage = ({ marketplaces, language, engine }: TrialProps) => (
  <Layout
    language={language}
    current="rules"
    script="trial.js"
    title={say(language, 'trial.title')}
    engine={engine}
  >
    <div class="hero">
      <p class="small">
        <a href="/rules">
          <Text k="rule.back" language={language} />
        </a>
      </p>
      <h1>
        <Text k="trial.title" language={language} />
      </h1>
      <p>
        <Text k="trial.lead" language={language} />
      </p>
    </div>
    <noscript>
      <p class="notice">
        <Text k="trial.noscript" language={language} />
      </p>
    </noscript>
    <div class="trial" id="trial" data-folder={`/${ENGINE_FOLDER}/`}>
      <section class="trial-pack" id="trial-pack">
        <h2>
          <Text k="trial.pack" language={language} />
        </h2>
        <div class="doing">
          <label class="field">
            <Text k="trial.file" language={language} />
            <select id="trial-file" lang="ja">
              {RULE_FILES.map(({ name, title }) => (
                <option value={`rules/${name}`}>{`${title} (${name})`}</option>
              ))}
            </select>
          </label>
          <input class="spoken" type="file" id="trial-choose" multiple accept=".yaml,.yml" />
          <label class="button" for="trial-choose">
            <Text k="trial.choose" language={language} />
          </label>
        </div>
        <textarea
          class="area code"
          id="trial-yaml"
          rows={18}
          wrap="off"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          {...labelled('trial.pack.label', language)}
          {...placeholder('trial.pack.hint', language)}
        ></textarea>
        <div class="under">
          <p class="small" id="trial-changed"></p>
          <div class="together">
            <button type="button" class="quiet" id="trial-restore">
              <Text k="trial.restore" language={language} />
            </button>
            <button type="button" class="quiet" id="trial-save">
              <Text k="trial.save" language={language} />
            </button>
          </div>
        </div>
        <p class="small">
          <Text k="trial.base" language={language} />
        </p>
        <div class="faults" id="trial-faults" role="alert" hidden></div>
      </section>
      <section class="trial-texts">
        <h2>
          <Text k="trial.texts" language={language} />
        </h2>
        <div class="choices">
          <label class="tick">
            <input type="radio" name="texts" value="samples" checked />
            <Text k="trial.texts.samples" language={language} />
          </label>
          <label class="tick">
            <input type="radio" name="texts" value="own" />
            <Text k="trial.texts.own" language={language} />
          </label>
        </div>
        <textarea
          class="area"
          id="trial-own"
          rows={6}
          lang="ja"
          spellcheck={false}
          autocomplete="off"
          hidden
          {...labelled('trial.own.label', language)}
          {...placeholder('trial.own.hint', language)}
        ></textarea>
        <p class="small">
          <Text k="trial.where" language={language} />
        </p>
        <form class="context" id="trial-context" autocomplete="off">
          <label class="field">
            <Text k="context.marketplace" language={language} />
            <select name="marketplace">
              <Choice k="trial.all" value="" language={language} />
              {marketplaces.map(({ id, title }) => (
                <option value={id} lang="ja">
                  {title}
                </option>
              ))}
            </select>
          </label>
          <PlaceFields language={language} />
        </form>
        <div class="doing">
          <button type="button" class="main" id="trial-run">
            <Text k="trial.run" language={language} />
          </button>
          <button type="button" id="trial-stop" hidden>
            <Text k="trial.stop" language={language} />
          </button>
        </div>
      </section>
      <section class="trial-result" id="trial-result" tabindex={-1} {...labelled('trial.title', language)}>
        <div class="progress" id="trial-progress" hidden>
          <progress aria-labelledby="trial-count"></progress>
          <span id="trial-count"></span>
        </div>
        <p class="spoken" id="spoken" role="status"></p>
        <div id="trial-rows"></div>
      </section>
    </div>
  </Layout>
)
