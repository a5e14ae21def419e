/**
 * Keeps a mirror exactly above somebody else's text area: same font, same width, same place, scrolled along. It takes no
 * clicks, and the text area stays as it is.
 */

/** Whatever decides where a word stands. */
const METRICS = [
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-stretch',
  'font-variant',
  'font-feature-settings',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'tab-size',
  'text-align',
  'text-indent',
  'text-transform',
  'direction',
  'white-space',
  'word-break',
  'overflow-wrap',
  'line-break',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'border-top-width',
  'border-right-width',
  'border-bottom-width',
  'border-left-width',
] as const

/**
 * @param frame is positioned over the text area and clips the mirror
 * @param place where the frame's origin stands: the text area's offset from it
 */
export function layOver(
  area: HTMLTextAreaElement,
  frame: HTMLElement,
  mirror: HTMLElement,
  place: () => { readonly left: number; readonly top: number },
  signal: AbortSignal,
): () => void {
  const measure = () => {
    const style = getComputedStyle(area)
    for (const name of METRICS) mirror.style.setProperty(name, style.getPropertyValue(name))
    const { left, top } = place()
    const { offsetWidth: width, offsetHeight: height } = area
    frame.style.inset = 'auto'
    frame.style.left = `${left}px`
    frame.style.top = `${top}px`
    frame.style.width = `${width}px`
    frame.style.height = `${height}px`
    // A scroll bar takes its width from the words.
    const bar =
      width - area.clientWidth - parseFloat(style.borderLeftWidth) - parseFloat(style.borderRightWidth)
    mirror.style.width = `${width - Math.max(0, bar)}px`
    follow()
  }
  const follow = () => {
    mirror.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`
  }
  const observer = new ResizeObserver(measure)
  observer.observe(area)
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  area.addEventListener('scroll', follow, { signal, passive: true })
  window.addEventListener('resize', measure, { signal, passive: true })
  document.fonts?.addEventListener('loadingdone', measure, { signal })
  measure()
  return measure
}
