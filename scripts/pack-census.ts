import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { writeWhole } from './write-whole.mjs';
import { officialTownName } from '../geodata/import/driver/place-name.js';

/**
 * Packs 国勢調査 小地域 as the build reads it: `npx tsx scripts/pack-census.ts towns.geojson.gz OUT.topojson.gz`.
 * Water (`hcode` 8154) is left out, digits before 丁目 become kanji, a border two towns share is written once, places are
 * whole steps of 1e-6 degree. Nothing is simplified: the build does that, so that the rule stands in the code.
 */
interface CensusProperties {
  key: string;
  hcode: number;
  ward: string;
  name: string;
}

const stepDegrees = 1e-6;
const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  process.stderr.write(`usage: npx tsx ${basename(import.meta.filename)} FROM.geojson.gz TO.topojson.gz\n`);
  process.exit(2);
}
const source = JSON.parse(gunzipSync(readFileSync(from)).toString('utf8')) as FeatureCollection<
  Polygon | MultiPolygon,
  CensusProperties
>;
const features = source.features.flatMap((feature) => {
  const { hcode, ward, name } = feature.properties;
  return hcode === 8101 ? [{ ...feature, properties: { ward, name: officialTownName(name) } }] : [];
});
const packed = quantize(topology({ towns: { type: 'FeatureCollection', features } }), {
  scale: [stepDegrees, stepDegrees],
  translate: [130, 33],
});
writeWhole(to, gzipSync(`${JSON.stringify(packed)}\n`, { level: 9 }));
const points = packed.arcs.reduce((sum, arc) => sum + arc.length, 0);
process.stderr.write(`${features.length} towns, ${packed.arcs.length} borders, ${points} points\n`);
