/** The tokenizer in workerd, over the packed dictionary, which is the one that is deployed. */
import packed from '../../build/dictionary.packed.bin'
import { loadDictionary } from '../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../src/core/morph/tokenizer.ts'
import sentences from '../fixtures/morphology/sentences.jsonl?raw'
import { parseSentences, runTokenizerCases } from './run-tokenizer-cases.ts'

runTokenizerCases(
  'The tokenizer in workerd',
  parseSentences(sentences),
  createTokenizer(loadDictionary(packed), { userEntries: false }),
)
