/** Which classes the predicates, acts and nouns of a text's statements are of. */
import type { Statement } from '../statement/statement.ts'

/** Of the classes given those that nouns are of, each with its sentences. */
export function sentencesByClass(
  statements: readonly Statement[],
  classes: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>()
  for (const { slots, sentence } of statements) {
    for (const { inside } of slots) {
      for (const name of inside) {
        if (!classes.has(name)) continue
        const sentences = found.get(name)
        if (sentences === undefined) found.set(name, new Set([sentence]))
        else sentences.add(sentence)
      }
    }
  }
  return found
}

/** Every class that a predicate, act or noun is of. */
export function classesIn(statements: readonly Statement[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { acts, classes, slots } of statements) {
    for (const name of acts) found.add(name)
    for (const name of classes) found.add(name)
    for (const slot of slots) {
      for (const name of slot.classes) found.add(name)
      for (const name of slot.inside) found.add(name)
    }
  }
  return found
}
