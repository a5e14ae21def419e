/** A few settings that outlive the page, where the browser lets us. Never anything that was typed as a text. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`sekisho.${name}`, value)
  } catch {
    // Private windows and blocked storage: the setting holds until the page is left.
  }
}

export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`sekisho.${name}`) ?? undefined
  } catch {
    return undefined
  }
}
