/** What is drawn anew takes the focus with it; this gives it back to the button that does the same. */

/** @param draw replaces what stands in the place; buttons say in `data-do` what they do */
export function keepFocus(place: HTMLElement, draw: () => void): void {
  const focused = document.activeElement
  const wanted = focused instanceof HTMLElement && place.contains(focused) ? focused.dataset.do : undefined
  draw()
  if (wanted === undefined) return
  const same = [...place.querySelectorAll<HTMLElement>('[data-do]')]
  const next = same.find((one) => one.dataset.do === wanted) ?? same[0]
  next?.focus({ preventScroll: true })
}
