/** What a marketplace's pack says together with the common packs that it uses. */
import type { CommonPack, MarketplacePack, PackSpec } from './rule-spec.ts'
import { threadPolicyOf } from './thread-policy.ts'

/** The common packs that a marketplace uses, in its order; one that is not there is left out. */
export const usedPacks = ({ uses }: MarketplacePack, packs: readonly PackSpec[]): CommonPack[] =>
  uses.flatMap(
    (id) => packs.find((pack): pack is CommonPack => pack.kind === 'common' && pack.id === id) ?? [],
  )

/** What it makes of whole talkrooms. */
export const threadPolicyIn = (
  pack: MarketplacePack,
  packs: readonly PackSpec[],
): ReturnType<typeof threadPolicyOf> =>
  threadPolicyOf([...usedPacks(pack, packs), pack].map(({ thread }) => thread))
