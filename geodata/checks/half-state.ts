import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import * as v from 'valibot';
import { manifestSchema, type Manifest } from '../../src/catalog/manifest.js';
import { networkFolder } from '../../src/catalog/network.js';
import { officialHashes } from '../build/build-into.js';
import { builtNetwork } from '../build/built-network.js';
import { abandonedIn, leftIn } from '../disk/exchange-files.js';
import { journalOf } from '../disk/journal.js';
import { holderText } from '../disk/lock.js';
import { workFolderOf } from '../import/official-layer.js';
import type { CheckLine } from '../tables/sum-check.js';
import { problemLine } from './built-layers.js';

const remedy = 'npm run data puts it right';

/**
 * Whether an import or a build was broken off half way, from what lies on disk.
 * @param official the imported files, or null where the tiles are not those of this repository
 */
export function halfStateLines(tiles: string, official: string | null): CheckLine[] {
  const manifest = readManifest(tiles);
  return [
    ...(official === null ? [] : [workLine(official)]),
    ...(official === null || !manifest ? [] : [officialLine(official, manifest)]),
    ...(manifest ? [strayLine(tiles, manifest), ...networkLines(tiles, manifest)] : []),
  ];
}

function readManifest(tiles: string): Manifest | null {
  try {
    const text = readFileSync(join(tiles, 'manifest.json'), 'utf8');
    const result = v.safeParse(manifestSchema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    // Said by the lines of the manifest.
    return null;
  }
}

function workLine(official: string): CheckLine {
  const work = workFolderOf(official);
  const { holder, leftovers } = leftIn(work);
  if (holder) return { ok: true, text: `data: ${holderText(holder.holder)} is changing it just now` };
  if (existsSync(journalOf(work)))
    return {
      ok: false,
      text: `data: an import or build was broken off while files were exchanged; ${remedy}`,
    };
  const left = [...leftovers, ...abandonedIn(official)].map((path) => relative(official, path));
  return left.length === 0
    ? { ok: true, text: 'data: no import or build was left half done' }
    : { ok: false, text: `data: left behind by a killed import or build: ${left.join(', ')}; ${remedy}` };
}

/** The manifest says what the layers were built from. */
function officialLine(official: string, manifest: Manifest): CheckLine {
  const [imported, built] = [officialHashes(official), new Map(Object.entries(manifest.official ?? {}))];
  const ids = new Set([...imported.keys(), ...built.keys()]);
  const differing = [...ids].filter((id) => imported.get(id) !== built.get(id));
  return differing.length === 0
    ? { ok: true, text: `data: the layers are built from the ${imported.size} imported files that are there` }
    : {
        ok: false,
        text: `data: the layers are not built from what is imported now: ${differing.join(', ')}; ${remedy}`,
      };
}

function strayLine(tiles: string, { layers, documents }: Manifest): CheckLine {
  const known = new Set(
    ['manifest.json', ...Object.values(layers), ...Object.values(documents)].map((entry) =>
      typeof entry === 'string' ? entry : entry.file,
    ),
  );
  const names = readdirSync(tiles, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(geojson|json)$/.test(name) && !name.startsWith(`${networkFolder}/`))
    .filter((name) => !known.has(name));
  const stray = [...names, ...abandonedIn(tiles).map((path) => basename(path))];
  return problemLine('tiles: every file is one of the manifest', known.size + stray.length, stray);
}

/** The network beside the layers and what the manifest says of it. */
function networkLines(tiles: string, { network: named }: Manifest): CheckLine[] {
  const folder = join(tiles, networkFolder);
  if (!named && !existsSync(folder)) return [];
  const wrong: string[] = [];
  let found: ReturnType<typeof builtNetwork> = null;
  try {
    found = builtNetwork(tiles);
  } catch {
    wrong.push('network.json is damaged');
  }
  if (JSON.stringify(found) !== JSON.stringify(named ?? null))
    wrong.push('network.json is not what the manifest names');
  for (const { file, bytes } of named ? [named.tiles, named.lines] : [])
    if (statSync(join(tiles, file), { throwIfNoEntry: false })?.size !== bytes)
      wrong.push(`${file} is not the size it should be`);
  return [problemLine('network: record, tiles and index belong together', 3, wrong)];
}
