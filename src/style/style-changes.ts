import type {
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';

/** One step from a drawn style to the next, in the order to be taken. */
export type StyleChange =
  | { do: 'remove-layer'; id: string }
  | { do: 'remove-source'; id: string }
  | { do: 'add-source'; id: string; source: SourceSpecification }
  | { do: 'set-data'; id: string; data: Extract<SourceSpecification, { type: 'geojson' }>['data'] }
  | { do: 'add-layer'; layer: LayerSpecification; before: string | null }
  | { do: 'set-layout' | 'set-paint'; id: string; property: string; value: unknown };

/**
 * What has to be done to draw `after` where `before` is drawn. The engine's own comparison cannot
 * be used: once a GeoJSON file is loaded it takes the file's content for the source's definition,
 * finds it unequal to the address in the next style, and loads every file again.
 *
 * Layers that stay keep their order among themselves (styleFor's order never depends on the state);
 * one whose source, filter or zoom range changes is taken out and put back.
 */
export function styleChanges(before: StyleSpecification, after: StyleSpecification): StyleChange[] {
  const changes: StyleChange[] = [];
  const renewed = new Set(
    Object.keys(before.sources).filter((id) => {
      const next = after.sources[id];
      return next === undefined || !sameDefinition(before.sources[id], next);
    }),
  );
  const old = new Map(before.layers.map((layer) => [layer.id, layer]));
  const stays = (layer: LayerSpecification) => {
    const former = old.get(layer.id);
    return former !== undefined && sameFrame(former, layer) && !renewed.has(sourceOf(layer));
  };
  const kept = new Set(after.layers.filter(stays).map(({ id }) => id));

  for (const { id } of before.layers) if (!kept.has(id)) changes.push({ do: 'remove-layer', id });
  for (const id of renewed) changes.push({ do: 'remove-source', id });
  for (const [id, source] of Object.entries(after.sources)) {
    const former = before.sources[id];
    if (former === undefined || renewed.has(id)) changes.push({ do: 'add-source', id, source });
    else if (source.type === 'geojson' && former.type === 'geojson' && !same(source.data, former.data)) {
      changes.push({ do: 'set-data', id, data: source.data });
    }
  }
  // From the top down, so that the layer above is always there to be put below.
  let above: string | null = null;
  for (const layer of [...after.layers].reverse()) {
    const former = old.get(layer.id);
    if (former && kept.has(layer.id)) changes.push(...propertyChanges(former, layer));
    else changes.push({ do: 'add-layer', layer, before: above });
    above = layer.id;
  }
  return changes;
}

function propertyChanges(before: LayerSpecification, after: LayerSpecification): StyleChange[] {
  return (['layout', 'paint'] as const).flatMap((part): StyleChange[] => {
    const former = new Map<string, unknown>(Object.entries(before[part] ?? {}));
    const next = new Map<string, unknown>(Object.entries(after[part] ?? {}));
    return [...new Set([...former.keys(), ...next.keys()])]
      .filter((property) => !same(former.get(property), next.get(property)))
      .map((property) => ({
        do: part === 'layout' ? 'set-layout' : 'set-paint',
        id: after.id,
        property,
        value: next.get(property),
      }));
  });
}

function sourceOf(layer: LayerSpecification): string {
  return 'source' in layer && typeof layer.source === 'string' ? layer.source : '';
}

/** Everything of a layer but what can be changed in place. */
function sameFrame(one: LayerSpecification, other: LayerSpecification): boolean {
  const rest = { layout: {}, paint: {} };
  return same({ ...one, ...rest }, { ...other, ...rest });
}

/** Everything of a source but its data. */
function sameDefinition(one: SourceSpecification | undefined, other: SourceSpecification): boolean {
  if (one?.type !== 'geojson' || other.type !== 'geojson') return same(one, other);
  return same({ ...one, data: '' }, { ...other, data: '' });
}

/** Styles are written by the same code each time, so equal parts have equal text. */
function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
