import Papa from 'papaparse';
import { featureOfRow } from '../../../src/geometry/table-features.js';
import type { AttributeValue } from '../driver/import-driver.js';
import { growExtent, type Extent } from './axes.js';
import { wholeOf, type ByteSource } from './byte-source.js';
import type { DataSet } from './data-set.js';
import { degreesReader } from './degrees.js';
import { decodeText } from './decode-text.js';
import { stemOf } from './formats.js';
import { limits, mebibytes } from './limits.js';
import { ReadFailure } from './read-failure.js';

const longitudeColumns = ['経度', 'longitude', 'lon', 'lng', '経度（世界測地系）'];
const latitudeColumns = ['緯度', 'latitude', 'lat', '緯度（世界測地系）'];

function columnAmong(columns: readonly string[], names: readonly string[]): string | undefined {
  return columns.find((column) => names.includes(column.toLowerCase()));
}

/** A CSV with a header and columns of longitude and latitude in degrees; UTF-8 or CP932. */
export async function openCsv(source: ByteSource): Promise<DataSet> {
  if (source.size > limits.wholeBytes)
    throw new ReadFailure(
      'file-too-large',
      `${mebibytes(source.size)} MiB > ${mebibytes(limits.wholeBytes)} MiB`,
    );
  const { text, encoding } = decodeText(await wholeOf(source));
  const [header = [], ...rows] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: ',',
    skipEmptyLines: 'greedy',
  }).data;
  const columns = header.map((name) => name.trim());
  const longitude = columns.indexOf(columnAmong(columns, longitudeColumns) ?? '');
  const latitude = columns.indexOf(columnAmong(columns, latitudeColumns) ?? '');
  if (longitude < 0 || latitude < 0) throw new ReadFailure('no-position-columns', columns.join(', '));
  let extent: Extent | null = null;
  return {
    name: stemOf(source.name),
    format: 'csv',
    encoding,
    fields: new Set(columns),
    // The header calls them longitude and latitude: degrees, whatever the datum.
    crs: { epsg: 'EPSG:6668', name: columns[longitude] ?? '' },
    extent: () => extent,
    async *features(reading) {
      const read = degreesReader(reading);
      for (const row of rows) {
        const attributes = new Map<string, AttributeValue>(
          // By the cells there are: a header may be a hundred thousand names long.
          row.slice(0, columns.length).map((cell, at) => [columns[at] ?? '', cell]),
        );
        const { geometry: point } = featureOfRow({ longitude: row[longitude], latitude: row[latitude] });
        extent = growExtent(extent, point);
        yield { attributes, geometry: read(point) };
      }
    },
  };
}
