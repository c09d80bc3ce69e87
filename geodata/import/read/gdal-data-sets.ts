import * as v from 'valibot';
import { geometryOf, lazyFeature } from './geojson.js';
import { crsCode, type DataSet, type DeclaredCrs, type Reading } from './data-set.js';
import type { FormatId } from './formats.js';
import type { GdalPort, OpenedByGdal } from './gdal-port.js';
import { JsonFeatures } from './json-features.js';
import { ReadFailure } from './read-failure.js';

/** What `ogrinfo -json` tells, as far as it is used. */
const infoSchema = v.object({
  driverShortName: v.string(),
  layers: v.array(
    v.object({
      name: v.string(),
      metadata: v.optional(v.record(v.string(), v.record(v.string(), v.unknown())), {}),
      geometryFields: v.array(
        v.object({
          name: v.string(),
          extent: v.optional(v.array(v.nullable(v.number()))),
          coordinateSystem: v.optional(
            v.nullable(
              v.object({
                wkt: v.string(),
                projjson: v.optional(
                  v.object({
                    name: v.optional(v.string(), ''),
                    id: v.optional(
                      v.object({ authority: v.string(), code: v.union([v.string(), v.number()]) }),
                    ),
                  }),
                ),
              }),
            ),
          ),
        }),
      ),
      fields: v.array(v.object({ name: v.string() })),
    }),
  ),
});
type Layer = v.InferOutput<typeof infoSchema>['layers'][number];

function declaredCrs(layer: Layer): DeclaredCrs | null {
  const system = layer.geometryFields[0]?.coordinateSystem;
  if (!system) return null;
  const id = system.projjson?.id;
  return {
    epsg: id ? crsCode(`${id.authority}:${id.code}`) : null,
    name: system.projjson?.name || (system.wkt.split('"')[1] ?? ''),
  };
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Reads one layer through ogr2ogr into lines of GeoJSON in degrees, then those line by line. */
async function* read(engine: GdalPort, dataset: OpenedByGdal, layer: Layer, { crs, axes }: Reading) {
  const options = [
    '-f',
    'GeoJSONSeq',
    '-lco',
    'RS=NO',
    '-lco',
    'COORDINATE_PRECISION=8',
    '-dim',
    'XY',
    '-skipfailures',
  ];
  options.push(...(crs ? ['-s_srs', crs] : []), '-t_srs', 'EPSG:4326');
  const geometry = layer.geometryFields[0]?.name || 'geometry';
  if (axes === 'north-east') {
    const columns = [
      `SwapCoords(${quoted(geometry)}) AS ${quoted(geometry)}`,
      ...layer.fields.map(({ name }) => quoted(name)),
    ];
    options.push('-dialect', 'SQLite', '-sql', `SELECT ${columns.join(', ')} FROM ${quoted(layer.name)}`);
  } else options.push(layer.name);
  engine.complaints();
  const walker = new JsonFeatures();
  for await (const piece of converted(engine, dataset, options, crs))
    for (const { bytes } of walker.push(piece)) {
      const feature = lazyFeature(JSON.parse(new TextDecoder().decode(bytes)), geometryOf);
      if (feature) yield feature;
    }
  if (!walker.complete) throw new ReadFailure('truncated');
}

async function* converted(
  engine: GdalPort,
  dataset: OpenedByGdal,
  options: readonly string[],
  crs: string | null,
): AsyncGenerator<Uint8Array> {
  try {
    yield* dataset.convert(options);
  } catch {
    const said = engine.complaints().join(' ');
    throw new ReadFailure(crs && /srs|crs/i.test(said) ? 'crs-unknown' : 'unreadable', said.slice(0, 300));
  }
}

/**
 * The layers of a file GDAL reads. The file must lie in a folder of our own: GDAL writes beside it (GML).
 * @param stem name of the data set where the format has none of its own
 */
export async function openWithGdal(
  engine: GdalPort,
  path: string,
  stem: string,
  format: FormatId,
  encoding: string | null,
): Promise<{ dataSets: DataSet[]; close: () => Promise<void> }> {
  const unreadable = () => new ReadFailure('unreadable', engine.complaints().join(' ').slice(0, 300));
  engine.complaints();
  const open = await engine.open(path, encoding ? [`ENCODING=${encoding}`] : []).catch(() => {
    throw unreadable();
  });
  const info = v.safeParse(infoSchema, open.info);
  if (!info.success) throw unreadable();
  const { layers } = info.output;
  const dataSets = layers
    .filter((layer) => layer.geometryFields.length > 0)
    .map((layer): DataSet => {
      const [west, south, east, north] = layer.geometryFields[0]?.extent ?? [];
      const known = [west, south, east, north].every((value) => typeof value === 'number');
      const source: unknown = layer.metadata['SHAPEFILE']?.['SOURCE_ENCODING'];
      return {
        name: layers.length === 1 ? stem : layer.name,
        format,
        encoding: encoding ?? (typeof source === 'string' && source !== '' ? source : null),
        fields: new Set(layer.fields.map(({ name }) => name)),
        crs: declaredCrs(layer),
        extent: () => (known ? [Number(west), Number(south), Number(east), Number(north)] : null),
        features: (reading) => read(engine, open, layer, reading),
      };
    });
  return { dataSets, close: open.close };
}
