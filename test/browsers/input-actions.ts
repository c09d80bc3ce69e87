/** Keys and clicks as the W3C's WebDriver takes them, the classic one and BiDi alike. */

/** Keys that are no letter, by the names of KeyboardEvent.key. */
export const specialKeys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
} as const;

const codeOf = (key: string): string => specialKeys[key as keyof typeof specialKeys] ?? key;

/** @param keys letters or names; `Shift+Tab` holds the first while the second is pressed */
export function keyActions(keys: readonly string[]) {
  const actions = keys.flatMap((key) => {
    const parts = key.length > 1 ? key.split('+').map(codeOf) : [key];
    return [
      ...parts.map((value) => ({ type: 'keyDown', value })),
      ...parts.toReversed().map((value) => ({ type: 'keyUp', value })),
    ];
  });
  return [{ type: 'key', id: 'keyboard', actions }];
}

export function clickActions(x: number, y: number) {
  return [
    {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    },
  ];
}
