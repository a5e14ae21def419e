/** An action with its colour and its shape. */
import type { ActionOrOff } from '../catalogue/catalogue.ts'
import type { Language } from '../strings/languages.ts'
import { Text } from './text.tsx'

export const Badge = ({ action, language }: { action: ActionOrOff; language: Language }) => (
  <span class="badge" data-action={action}>
    <Text k={`action.${action}`} language={language} />
  </span>
)
