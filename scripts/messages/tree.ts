/** A language file: groups of messages, nested as their keys say. */
export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

/** Every message with its path, `page.search.count`. */
export function messagesOf(tree: Tree, path: readonly string[] = []): [path: string, text: string][] {
  if (typeof tree === 'string') return [[path.join('.'), tree]];
  return Object.entries(tree).flatMap(([key, inner]) => messagesOf(inner as Tree, [...path, key]));
}

/** A key as TypeScript writes it in an object or after one. */
const plain = /^[A-Za-z_$][\w$]*$/;
export const keyOf = (key: string): string => (plain.test(key) ? key : JSON.stringify(key));
