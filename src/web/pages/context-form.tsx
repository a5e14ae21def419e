/** Where a text will stand: marketplace, channel, phase, role and what else changes a verdict. */
import type { Language } from '../strings/languages.ts'
import { PlaceFields } from './place-fields.tsx'
import { labelled, placeholder, Text } from './text.tsx'

export interface Marketplace {
  readonly id: string
  readonly title: string
}

export const ContextForm = ({
  marketplaces,
  language,
}: {
  readonly marketplaces: readonly Marketplace[]
  readonly language: Language
}) => (
  <form
    class="context"
    id="context"
    data-mode="text"
    autocomplete="off"
    {...labelled('context.label', language)}
  >
    <fieldset class="segments">
      <legend>
        <Text k="context.marketplace" language={language} />
      </legend>
      <div>
        {marketplaces.map(({ id, title }, index) => (
          <label>
            <input type="radio" name="marketplace" value={id} checked={index === 0} />
            <span lang="ja">{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
    <PlaceFields language={language} mode="text" />
    <details class="more">
      <summary>
        <Text k="context.more" language={language} />
      </summary>
      <div>
        <label class="field">
          <Text k="context.category" language={language} />
          <input name="category" maxlength={200} {...placeholder('context.category.hint', language)} />
        </label>
        <label class="field" data-for="text">
          <Text k="context.recipient" language={language} />
          <input name="recipientName" maxlength={200} />
        </label>
        <label class="field">
          <Text k="context.job" language={language} />
          <input name="jobTitle" maxlength={200} />
        </label>
        <label class="tick">
          <input type="checkbox" name="approval" />
          <Text k="context.approval" language={language} />
        </label>
      </div>
    </details>
  </form>
)
