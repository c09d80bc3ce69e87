import type { Plugin } from 'vite';
import { partsOfFile } from './parts.js';

/** As much of a built script as says what it cannot begin without. */
interface BuiltScript {
  fileName: string;
  /** Scripts that are loaded before it. */
  imports: readonly string[];
}

/** When a script is kept on a device; the lower is kept no later than the higher. */
const keptAt = { page: 0, 'when-used': 1, never: 2 } as const;

function keptOf(fileName: string): number {
  return Math.max(keptAt.page, ...partsOfFile(fileName).map(({ offline }) => keptAt[offline]));
}

/**
 * Scripts that are kept and need one that is kept later than they, or never: without a network they would not begin.
 * A shared script is easily taken for a part's.
 */
export function lackingScripts(scripts: readonly BuiltScript[]): string[] {
  return scripts.flatMap(({ fileName, imports }) =>
    imports
      .filter((needed) => keptOf(needed) > keptOf(fileName))
      .map((needed) => `${fileName} needs ${needed}`),
  );
}

/** The build fails where a script would be stored without one that it needs. */
export function wholeParts(): Plugin {
  return {
    name: 'mizumichi-whole-parts',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const scripts = Object.values(bundle).filter((file) => file.type === 'chunk');
      const lacking = lackingScripts(scripts);
      if (lacking.length > 0) this.error(`not whole without a network: ${lacking.join('; ')}`);
    },
  };
}
