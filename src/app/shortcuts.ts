/** Single-letter commands. They can be switched off, and never take a key from a field or a dialog. */
export type Shortcut = 'search' | 'map' | 'answer' | 'layers' | 'help';

const byKey: Readonly<Record<string, Shortcut>> = {
  '/': 'search',
  m: 'map',
  r: 'answer',
  l: 'layers',
  '?': 'help',
};

const typing = 'input, select, textarea, [contenteditable="true"], dialog[open]';

/** The command a key press means, or null. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return null;
  if (event.target instanceof Element && event.target.closest(typing)) return null;
  return Object.hasOwn(byKey, event.key) ? (byKey[event.key] ?? null) : null;
}
