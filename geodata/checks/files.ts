import * as v from 'valibot';
import { layerById } from '../../src/catalog/layers.js';
import { roleSchemas } from '../../src/catalog/properties.js';
import type { CheckLine } from '../tables/sum-check.js';
import { bundle, dataVersionOf, sha256 } from '../build/manifest.js';
import { problemLine, type BuiltLayers } from './built-layers.js';

/** Hashes, counts and boxes of the manifest; properties of every feature against its role. */
export function fileLines({ manifest, bytes, layers }: BuiltLayers): CheckLine[] {
  const ids = Object.keys(manifest.layers);
  const { documents, archives = {} } = manifest;
  const vouched = [manifest.layers, documents, archives].flatMap((entries) =>
    Object.values<{ file: string; bytes: number; sha256: string }>(entries),
  );
  const wrongHash = vouched
    .filter((entry) => {
      const content = bytes.get(entry.file);
      return content === undefined || entry.bytes !== content.length || entry.sha256 !== sha256(content);
    })
    .map(({ file }) => file);
  // The same function that writes the manifest, run over what lies on disk.
  const again = bundle(layers).manifest;
  const wrongEntry = ids.filter((id) => {
    // Size and hash depend on how the file was laid out; they have a line of their own above.
    const unhashed = (entry: object | undefined) => JSON.stringify({ ...entry, bytes: 0, sha256: '' });
    return unhashed(manifest.layers[id]) !== unhashed(again.layers[id]);
  });
  const versionHolds = dataVersionOf(manifest) === manifest.dataVersion;

  const wrongProperties: string[] = [];
  const wrongIds: string[] = [];
  const seen = new Set<string>();
  let features = 0;
  for (const [id, members] of layers) {
    const entry = layerById(id);
    if (entry === undefined) {
      wrongProperties.push(`${id}: no catalogue entry`);
      continue;
    }
    for (const { properties, geometry } of members) {
      features++;
      const result = v.safeParse(roleSchemas[entry.role], properties);
      if (!result.success) wrongProperties.push(`${id} ${properties.id}: ${result.issues[0].message}`);
      if ((geometry === null) !== (properties.accuracyMeters === null)) {
        wrongProperties.push(`${id} ${properties.id}: a place and its accuracy come together or not at all`);
      }
      if (seen.has(properties.id)) wrongIds.push(`${id} ${properties.id}`);
      seen.add(properties.id);
    }
  }
  return [
    problemLine('manifest: size and sha-256 of a file match', vouched.length, wrongHash),
    problemLine('manifest: counts, box, dates and sources match the file', ids.length, wrongEntry),
    {
      ok: versionHolds,
      text: `manifest: data version ${manifest.dataVersion} ${versionHolds ? 'follows from' : 'does not follow from'} the hashes`,
    },
    problemLine(
      'features keep the schema of their role, source and date included',
      features,
      wrongProperties,
    ),
    problemLine('ids are unique', features, wrongIds),
  ];
}
