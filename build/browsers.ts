import { parseSync, transformWithOxc, type Plugin } from 'vite';

/**
 * The oldest browsers the page runs in, as the build and docs/reliability.md take them: the last Chrome and Edge of
 * Windows 7, the extended Firefox of Windows 7, the Safari of iOS 16. `public/old-browser.js` speaks to older ones.
 */
export const oldestBrowsers = { chrome: '109', edge: '109', firefox: '115', safari: '16.4' } as const;

/** Target of the build, of scripts and styles alike. */
export const buildTarget = Object.entries(oldestBrowsers).map(([name, version]) => `${name}${version}`);

/** Names younger than one of those browsers, which no syntax target turns into older ones. */
const younger: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Promise.withResolvers', /\bPromise\.withResolvers\b/],
  ['Promise.try', /\bPromise\.try\b/],
  ['Object.groupBy, Map.groupBy', /\b(?:Object|Map)\.groupBy\b/],
  ['Array.fromAsync', /\bArray\.fromAsync\b/],
  ['toSorted, toReversed, toSpliced', /\.to(?:Sorted|Reversed|Spliced)\(/],
  ['set methods', /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/],
  [
    'iterator helpers',
    /\bIterator\.(?:from|prototype)\b|\.(?:values|keys|entries)\(\)\.(?:map|filter|toArray)\(/,
  ],
  ['URL.canParse, URL.parse', /\bURL\.(?:canParse|parse)\(/],
  ['Uint8Array base64', /\.(?:fromBase64|toBase64|toHex|setFromHex)\(/],
  ['RegExp.escape', /\bRegExp\.escape\b/],
  ['Float16Array', /\bFloat16Array\b/],
  ['requestIdleCallback', /\brequestIdleCallback\b/],
  ['AbortSignal.any', /\bAbortSignal\.any\b/],
  ['checkVisibility', /\bcheckVisibility\b/],
  ['startViewTransition', /\bstartViewTransition\b/],
  ['popover', /\bshowPopover\b/],
  ['Intl.DurationFormat', /\bIntl\.DurationFormat\b/],
  ['URLPattern', /\bURLPattern\b/],
  ['AbortSignal.any', /\bAbortSignal\.any\b/],
  ['checkVisibility', /\.checkVisibility\(/],
];

/** Why a script does not run in the oldest browsers; empty where it does. */
export async function tooNew(code: string, fileName: string): Promise<string[]> {
  const found = younger.filter(([, pattern]) => pattern.test(code)).map(([name]) => name);
  const printed = async (target: string | string[]) =>
    (await transformWithOxc(code, fileName, { target, sourcemap: false })).code;
  // What the target would have to change is syntax those browsers cannot read.
  if ((await printed('esnext')) !== (await printed(buildTarget))) found.push('syntax');
  if (hasFlagV(code, fileName)) found.push('regular expression flag v');
  return found;
}

function hasFlagV(code: string, fileName: string): boolean {
  const { program } = parseSync(fileName, code);
  let found = false;
  JSON.stringify(program, (key, value: unknown) => {
    if (key === 'regex' && (value as { flags?: string }).flags?.includes('v')) found = true;
    return typeof value === 'bigint' ? String(value) : value;
  });
  return found;
}

/** The build fails when a script of it would not run in the oldest browsers. */
export function oldestBrowsersCheck(): Plugin {
  return {
    name: 'mizumichi-oldest-browsers',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        const code =
          file.type === 'chunk' ? file.code : file.fileName.endsWith('.js') ? String(file.source) : '';
        const found = code === '' ? [] : await tooNew(code, file.fileName);
        if (found.length > 0)
          this.error(
            `${file.fileName} needs newer browsers than ${buildTarget.join(', ')}: ${found.join('; ')}`,
          );
      }
    },
  };
}
