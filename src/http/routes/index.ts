/** All endpoints, in the order of the reference page. */
import type { Route } from '../route.ts'
import { explainRoute } from './explain.ts'
import { healthRoute, readyRoute } from './health.ts'
import { lintRoute } from './lint.ts'
import { lintBatchRoute } from './lint-batch.ts'
import { lintDocumentRoute, lintThreadRoute } from './lint-document.ts'
import { maskRoute } from './mask.ts'
import { packRoute, packsRoute, ruleRoute } from './packs.ts'
import { passportRoute } from './passport.ts'

export const routes: readonly Route[] = [
  lintRoute,
  lintDocumentRoute,
  lintThreadRoute,
  lintBatchRoute,
  passportRoute,
  maskRoute,
  explainRoute,
  packsRoute,
  packRoute,
  ruleRoute,
  healthRoute,
  readyRoute,
]
