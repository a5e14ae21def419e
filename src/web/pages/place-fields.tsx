/** Channel, phase and role of a text: the fields that every form has which asks where it will stand. */
import { CHANNELS, PHASES, ROLES } from '../../core/contract/submission.ts'
import type { Language } from '../strings/languages.ts'
import { Choice, Text } from './text.tsx'

export const PlaceFields = ({
  language,
  mode,
}: {
  readonly language: Language
  /** Where the fields are shown in one mode of the page only. */
  readonly mode?: string
}) => (
  <>
    <label class="field" data-for={mode}>
      <Text k="context.channel" language={language} />
      <select name="channel">
        {CHANNELS.map((channel) => (
          <Choice k={`channel.${channel}`} value={channel} language={language} />
        ))}
      </select>
    </label>
    <label class="field" data-for={mode}>
      <Text k="context.phase" language={language} />
      <select name="phase">
        <Choice k="context.phase.auto" value="" language={language} />
        {PHASES.map((phase) => (
          <Choice k={`phase.${phase}`} value={phase} language={language} />
        ))}
      </select>
    </label>
    <label class="field" data-for={mode}>
      <Text k="context.role" language={language} />
      <select name="role">
        {ROLES.map((role) => (
          <Choice k={`role.${role}`} value={role} language={language} />
        ))}
      </select>
    </label>
  </>
)
