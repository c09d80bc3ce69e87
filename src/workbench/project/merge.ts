import { restParts, type OverlayRecord, type WorkbenchRest } from './project-file.js';

/** Everything on a workbench. Overlay records are values: one that changed is another object. */
export interface Contents {
  /** Lowest first. */
  overlays: readonly OverlayRecord[];
  rest: WorkbenchRest;
}

/**
 * Two tabs' work from a common base, part by part: a part that only one of them changed is that one's. A part that
 * both changed, differently, is nobody's to choose but the reader's: then null.
 */
export function merge(base: Contents, mine: Contents, theirs: Contents): Contents | null {
  const overlays = mergeOverlays(base, mine, theirs);
  if (!overlays) return null;
  const rest = { ...mine.rest };
  for (const part of restParts) {
    if (part === 'order') continue;
    const [was, own, other] = [base, mine, theirs].map((each) => JSON.stringify(each.rest[part]));
    if (own === was) Object.assign(rest, { [part]: theirs.rest[part] });
    else if (other !== was && other !== own) return null;
  }
  return { overlays, rest: { ...rest, order: overlays.map(({ id }) => id) } };
}

function mergeOverlays(base: Contents, mine: Contents, theirs: Contents): OverlayRecord[] | null {
  const [was, own, other] = [byId(base), byId(mine), byId(theirs)];
  const found = new Map<string, OverlayRecord>();
  for (const id of new Set([...own.keys(), ...other.keys(), ...was.keys()])) {
    const [before, here, there] = [was.get(id), own.get(id), other.get(id)];
    if (here !== before && there !== before && !isSame(here, there)) return null;
    const record = here === before ? there : here;
    if (record) found.set(id, record);
  }
  // Whoever moved what both have decides the order; what the other one added comes on top.
  const common = (each: Contents) => idsOf(each).filter((id) => was.has(id) && own.has(id) && other.has(id));
  const [orderBefore, orderHere, orderThere] = [base, mine, theirs].map((each) => common(each).join('\n'));
  if (orderHere !== orderBefore && orderThere !== orderBefore && orderHere !== orderThere) return null;
  const [first, second] = orderHere === orderBefore ? [theirs, mine] : [mine, theirs];
  return [...new Set([...idsOf(first), ...idsOf(second)])].flatMap((id) => found.get(id) ?? []);
}

/** Both on one workbench: overlays and shapes of both; of the forms, which exist once, mine. */
export function union(mine: Contents, theirs: Contents): Contents {
  const own = byId(mine);
  const added = theirs.overlays
    .filter((record) => own.get(record.id) !== record)
    .map((record) => (own.has(record.id) ? { ...record, id: crypto.randomUUID() } : record));
  const overlays = [...mine.overlays, ...added];
  const shapes = new Set(mine.rest.sketch.map((shape) => JSON.stringify(shape)));
  const taken = new Set(mine.rest.sketch.map(({ id }) => id));
  const sketch = [
    ...mine.rest.sketch,
    ...theirs.rest.sketch
      .filter((shape) => !shapes.has(JSON.stringify(shape)))
      .map((shape) => (taken.has(shape.id) ? { ...shape, id: crypto.randomUUID() } : shape)),
  ];
  return { overlays, rest: { ...mine.rest, sketch, order: overlays.map(({ id }) => id) } };
}

/** What has to be written for one to become the other. */
export function difference(from: Contents, to: Contents) {
  const [before, after] = [byId(from), byId(to)];
  return {
    put: to.overlays.filter((record) => before.get(record.id) !== record),
    removed: idsOf(from).filter((id) => !after.has(id)),
    rest: JSON.stringify(from.rest) !== JSON.stringify(to.rest),
  };
}

function isSame(one: OverlayRecord | undefined, other: OverlayRecord | undefined): boolean {
  return one === other || (Boolean(one && other) && JSON.stringify(one) === JSON.stringify(other));
}

function byId({ overlays }: Contents): Map<string, OverlayRecord> {
  return new Map(overlays.map((record) => [record.id, record]));
}

function idsOf({ overlays }: Contents): string[] {
  return overlays.map(({ id }) => id);
}

/** Records in the order of their ids; what the order does not name comes last. */
export function ordered(records: readonly OverlayRecord[], order: readonly string[]): OverlayRecord[] {
  const rank = new Map(order.map((id, index) => [id, index]));
  const of = ({ id }: OverlayRecord) => rank.get(id) ?? order.length;
  return [...records].sort((one, other) => of(one) - of(other));
}
