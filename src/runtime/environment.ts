/** Settings by name: variables of the process on Node, variables and secrets on Workers. */
export type Environment = Readonly<Record<string, string | undefined>>
