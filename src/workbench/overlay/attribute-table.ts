import { boundingBoxOf } from '../../geometry/bounding-box.js';
import { eachPosition, kindsOf } from '../../geometry/positions.js';
import type { CellValue, OverlayFeature, OverlayField, OverlayLayer } from './overlay.js';
import { propertyOf } from './property-of.js';

export interface TableView {
  filter: string;
  /** Field to sort by; null = file order. */
  sortBy: string | null;
  descending: boolean;
}

/** Rows that hold every word of the filter somewhere, sorted; numbers as numbers, empty cells last. */
export function tableRows(
  layer: Pick<OverlayLayer, 'features' | 'fields'>,
  view: TableView,
): OverlayFeature[] {
  const words = fold(view.filter)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found =
    words.length === 0
      ? [...layer.features]
      : layer.features.filter(({ properties }) => {
          const text = fold(
            Object.values(properties)
              .filter((cell) => cell !== null)
              .join('\n'),
          );
          return words.every((word) => text.includes(word));
        });
  const field = layer.fields.find(({ name }) => name === view.sortBy);
  return field ? found.sort(comparison(field, view.descending)) : found;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function comparison({ name, kind }: OverlayField, descending: boolean) {
  const sign = descending ? -1 : 1;
  const empty = (cell: CellValue | undefined) => cell === null || cell === undefined || cell === '';
  return (a: OverlayFeature, b: OverlayFeature): number => {
    const [one, other] = [propertyOf(a.properties, name), propertyOf(b.properties, name)];
    if (empty(one) || empty(other)) return Number(empty(one)) - Number(empty(other));
    if (kind === 'number') return sign * (Number(one) - Number(other));
    return sign * collator.compare(String(one), String(other));
  };
}

/** "MH2" before "MH10". */
const collator = new Intl.Collator('ja', { numeric: true });

/** A layer of some of its rows, with its counts and box made anew. */
export function partOf(layer: OverlayLayer, features: readonly OverlayFeature[]): OverlayLayer {
  const counts = { point: 0, line: 0, polygon: 0, none: 0 };
  const positions: (readonly number[])[] = [];
  for (const { geometry } of features) {
    const kinds = kindsOf(geometry);
    if (kinds.length === 0) counts.none++;
    for (const kind of kinds) counts[kind]++;
    eachPosition(geometry, (position) => positions.push(position));
  }
  return {
    ...layer,
    name: `${layer.name} (${features.length})`,
    features: [...features],
    counts,
    box: boundingBoxOf(positions),
  };
}
