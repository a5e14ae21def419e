/** All endpoints, in the order of the reference page. */
import type { Route } from '../route.ts'
import { healthRoute, readyRoute } from './health.ts'
import { lintRoute } from './lint.ts'
import { packRoute, packsRoute, ruleRoute } from './packs.ts'

export const routes: readonly Route[] = [lintRoute, packsRoute, packRoute, ruleRoute, healthRoute, readyRoute]
