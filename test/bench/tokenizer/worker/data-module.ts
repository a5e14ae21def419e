/** The dictionary as a Data module: loaded with the isolate, before any request. */
import dictionary from 'dictionary'
import { answerWith } from './answer.ts'

export default { fetch: answerWith(dictionary) }
