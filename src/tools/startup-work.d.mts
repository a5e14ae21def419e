export interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string } }[]
  readonly samples?: readonly number[]
  readonly timeDeltas?: readonly number[]
}
export function workIn(profile: Profile): number | undefined
