/** A language file: groups of messages, nested as their keys say. */
export type Tree = string | { readonly [key: string]: Tree };

/** Every message with its path, `page.search.count`. */
export function messagesOf(tree: Tree, path: readonly string[] = []): [path: string, text: string][] {
  if (typeof tree === 'string') return [[path.join('.'), tree]];
  return Object.entries(tree).flatMap(([key, inner]) => messagesOf(inner, [...path, key]));
}

/**
 * A list: its keys are "1", "2", … Translation tools lose the brackets of a JSON list, so the files have none; in
 * TypeScript it is one.
 */
export const isList = (keys: readonly string[]): boolean =>
  keys.length > 0 && keys.every((key, index) => key === String(index + 1));

/** A key as TypeScript writes it in an object or after one. */
const plain = /^[A-Za-z_$][\w$]*$/;
export const keyOf = (key: string): string => (plain.test(key) ? key : JSON.stringify(key));
