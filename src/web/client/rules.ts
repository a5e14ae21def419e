/** The browser's part of the rule catalogue. */
import { startLanguage } from './language.ts'

startLanguage()
