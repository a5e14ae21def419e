/** Tells which contexts a judgement asks about. */
import type { CompiledContexts } from '../judge/context.ts'

class Watched<Value> extends Map<string, Value> {
  #onGet: ((name: string) => void) | undefined

  static of<Value>(map: ReadonlyMap<string, Value>, onGet: (name: string) => void): Watched<Value> {
    const watched = new Watched(map)
    watched.#onGet = onGet
    return watched
  }

  override get(name: string): Value | undefined {
    this.#onGet?.(name)
    return super.get(name)
  }
}

/** The contexts themselves, where nobody wants to know. */
export const watched = (contexts: CompiledContexts, onGet?: (name: string) => void): CompiledContexts =>
  onGet === undefined ? contexts : Watched.of(contexts, onGet)
