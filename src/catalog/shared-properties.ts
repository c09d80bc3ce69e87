/**
 * What most features of a large layer say alike (who to credit, as of when, how the place was found, how exactly; what
 * a shelter is designated for) stands once in its file, in the collection's `shared`: the page keeps every layer for
 * use without a network. A feature that has another value has it itself; read, every feature has all of them.
 *
 * Nothing that is drawn: an embed's map engine reads the files by itself.
 */
export const shareable = [
  'source',
  'asOf',
  'method',
  'how',
  'accuracyMeters',
  'inlandFlood',
  'stormSurge',
  'tsunami',
  'landslide',
  'earthquake',
  'alsoEvacuationShelter',
] as const;

/** Sharing that saves less than this is not worth a second place to look at. */
const leastBytes = 2_000;

type Properties = Readonly<Record<string, unknown>>;

/** Values that stand for all features but those that have their own; null where nothing is worth sharing. */
export function sharedProperties(all: readonly Properties[]): Properties | null {
  const shared: Record<string, unknown> = {};
  for (const name of shareable) {
    const counts = new Map<unknown, number>();
    for (const properties of all) counts.set(properties[name], (counts.get(properties[name]) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (best && best[1] * JSON.stringify({ [name]: best[0] }).length > leastBytes) shared[name] = best[0];
  }
  return Object.keys(shared).length > 0 ? shared : null;
}

/** A feature's properties without those that say what `shared` says. */
export function withoutShared(properties: Properties, shared: Properties | null): Properties {
  if (shared === null) return properties;
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => !(name in shared) || value !== shared[name]),
  );
}

/** The collection with the shared properties in every feature that has no value of its own. */
export function spreadShared<Collection extends object>(collection: Collection): Collection {
  const { shared, features } = collection as { shared?: unknown; features?: unknown };
  if (!isRecord(shared) || !Array.isArray(features)) return collection;
  const spread = features.map((feature: unknown): unknown => {
    if (!isRecord(feature)) return feature;
    const { properties } = feature;
    return { ...feature, properties: isRecord(properties) ? { ...shared, ...properties } : properties };
  });
  const { shared: _, ...rest } = collection as Collection & { shared?: unknown };
  return { ...rest, features: spread } as unknown as Collection;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
