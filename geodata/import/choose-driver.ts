import { drivers, driversOf } from './driver/registry.js';
import type { ImportDriver } from './driver/import-driver.js';
import type { ImportLayer } from './layers.js';
import type { Mapping } from './mapping.js';
import { ImportFailure } from './problem.js';
import type { RawLayer } from '../../src/formats/raw-layer.js';

export interface Choice {
  driver: ImportDriver;
  dataSets: RawLayer[];
  /** Data sets of the file that are something else. */
  ignored: RawLayer[];
}

const listed = (names: Iterable<string>) => [...names].slice(0, 30).join(', ');

function missingOf(mapping: Mapping, driver: ImportDriver): string[] {
  const required = ['source', 'asOf', 'accuracyMeters'] as const;
  const missing: string[] = required.filter((key) => mapping[key] === undefined);
  const needsName = driver.layers.some((layer) => layer !== 'sewers');
  const fields = [...(needsName ? ['name'] : []), ...(driver.requires ?? [])];
  return [
    ...missing,
    ...fields.flatMap((name) => (Object.hasOwn(mapping.fields, name) ? [] : [`fields.${name}`])),
  ];
}

/** Columns the mapping speaks of that a data set does not have: a slip of the pen, not an empty column. */
function strangers(mapping: Mapping, dataSet: RawLayer): string[] {
  const named = Object.values(mapping.fields).map((column) =>
    typeof column === 'string' ? column : column.field,
  );
  const all = mapping.filter ? [...named, mapping.filter.field] : named;
  return all.filter((field) => !dataSet.fields.has(field));
}

/** The driver that reads this file into this layer, and the data sets that are its own. */
export function chooseDriver(
  dataSets: readonly RawLayer[],
  layer: ImportLayer,
  mapping: Mapping | null,
): Choice {
  const own =
    mapping?.dataSet === undefined ? dataSets : dataSets.filter(({ name }) => name === mapping.dataSet);
  for (const driver of driversOf[layer]) {
    if (driver.needsMapping) continue;
    const mine = own.filter(({ fields }) => driver.recognises(fields));
    if (mine.length > 0)
      return { driver, dataSets: mine, ignored: dataSets.filter((set) => !mine.includes(set)) };
  }
  const mapped = driversOf[layer].find(({ needsMapping }) => needsMapping);
  const columns = dataSets.map(({ name, fields }) => `${name}: ${listed(fields)}`).join(' | ');
  const expected = driversOf[layer]
    .filter(({ needsMapping }) => !needsMapping)
    .map(({ title, expects }) => `${title}: ${expects.join(', ')}`)
    .join(' / ');
  const told = expected === '' ? columns : `${columns} ⇐ ${expected}`;
  if (!mapped) throw new ImportFailure('not-this-data', told);
  if (!mapping) throw new ImportFailure('mapping-missing', told);
  const missing = missingOf(mapping, mapped);
  if (missing.length > 0) throw new ImportFailure('mapping-incomplete', missing.join(', '));
  const [first, second] = own;
  if (!first || second)
    throw new ImportFailure('data-set-ambiguous', listed(dataSets.map(({ name }) => name)));
  const unknown = strangers(mapping, first);
  if (unknown.length > 0)
    throw new ImportFailure('columns-missing', `${unknown.join(', ')} ⇐ ${listed(first.fields)}`);
  return { driver: mapped, dataSets: [first], ignored: dataSets.filter((set) => set !== first) };
}

/** The layers whose published data these columns are; several where one kind of file serves several. */
export function layersRecognised(dataSets: readonly RawLayer[]): ImportLayer[] {
  const known: readonly ImportDriver[] = drivers;
  const mine = known.filter(
    (driver) => !driver.needsMapping && dataSets.some(({ fields }) => driver.recognises(fields)),
  );
  return [...new Set(mine.flatMap(({ layers }) => layers))];
}
