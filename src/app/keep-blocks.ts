import { blockVersion, isBesideShell } from '../catalog/block-files.js';
import type { Manifest } from '../catalog/manifest.js';
import { patientFetch } from '../thread/patient-fetch.js';

/** As much of the browser as says when to fetch, and whether to. */
export interface QuietBrowser {
  setTimeout: (callback: () => void, milliseconds: number) => unknown;
  navigator: { connection?: { saveData?: boolean } };
}

/** Not every supported browser tells of an idle moment. */
const restMilliseconds = 3_000;

/**
 * Fetches the files of blocks and of named places once, one after the other, when the page has had a rest: the service worker
 * keeps what passes through it. Never where the reader saves data. What does not come is fetched when it is asked for.
 * @returns how many came
 */
export async function keepBlocks(
  { documents }: Pick<Manifest, 'documents'>,
  tilesUrl: string,
  browser: QuietBrowser,
  fetchFile: typeof fetch = patientFetch(),
): Promise<number> {
  if (browser.navigator.connection?.saveData) return 0;
  await new Promise<void>((resolve) => browser.setTimeout(resolve, restMilliseconds));
  let came = 0;
  for (const [id, { file, sha256 }] of Object.entries(documents)) {
    if (!isBesideShell(id)) continue;
    try {
      const answer = await fetchFile(`${tilesUrl.replace(/\/$/, '')}/${file}?${blockVersion(sha256)}`);
      await answer.arrayBuffer();
      if (answer.ok) came++;
    } catch {
      // No network: another visit keeps them.
      break;
    }
  }
  return came;
}
