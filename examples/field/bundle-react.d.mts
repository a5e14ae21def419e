export function bundleReact(): Promise<string>
