/** What stands with the features that have one outline between them, and with no others. */
export interface SharedOutline {
  /** The words over the outline, of all that share it: on the first of them, which is drawn for all. */
  outlineName?: string;
  outlineNameEn?: string;
  /** Id of the feature whose outline and words stand for this one on the map. */
  drawnWith?: string;
}

interface Outlined {
  properties: Readonly<Record<string, unknown>> | null;
  geometry: unknown;
}

/**
 * Features whose borders to each other are not published (原田(1) and 原田(2)) have one outline between them.
 * It is drawn once, under all their names: drawn twice it would be a colour that no legend explains, with the
 * name of one.
 * @param features with `id`, `name` and `nameEn` among their properties
 * @returns for each of them, in their order, what stands with it; {} where its outline is its own
 */
export function sharedOutlines(features: readonly Outlined[]): SharedOutline[] {
  const keys = features.map(({ geometry }, at) => JSON.stringify(geometry ?? at));
  const groups = new Map<string, Outlined[]>();
  for (const [at, feature] of features.entries()) {
    const key = keys[at] ?? '';
    const group = groups.get(key);
    if (group) group.push(feature);
    else groups.set(key, [feature]);
  }
  return features.map((feature, at) => {
    const group = groups.get(keys[at] ?? '') ?? [feature];
    if (group[0] !== feature) return { drawnWith: textOf(group[0], 'id') };
    if (group.length === 1) return {};
    const joined = (part: string) => group.map((each) => textOf(each, part)).join('・');
    return { outlineName: joined('name'), outlineNameEn: joined('nameEn') };
  });
}

/** The same features, each with what now stands with it and without what stood with it before. */
export function withSharedOutlines<Feature extends Outlined>(features: readonly Feature[]): Feature[] {
  const shared = sharedOutlines(features);
  return features.map((feature, at) => {
    const { outlineName: _name, outlineNameEn: _nameEn, drawnWith: _id, ...own } = feature.properties ?? {};
    return { ...feature, properties: { ...own, ...shared[at] } };
  });
}

function textOf(feature: Outlined | undefined, property: string): string {
  const value = feature?.properties?.[property];
  return typeof value === 'string' ? value : '';
}
