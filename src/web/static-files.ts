/** Files that lie beside the program and are too large for it: a Worker's assets, a folder on Node. */

/** @param path without a leading slash (`docs/sellers.json`); `undefined` where there is no such file */
export type StaticFiles = (path: string) => Promise<Response | undefined>

export const NO_FILES: StaticFiles = async () => undefined
