/** Why a row is left out. Words: `import-report` in src/i18n/locales. */
export const skipReasons = [
  'other-municipality',
  'no-geometry',
  'wrong-geometry',
  'sliver',
  'unrepairable',
  'outside-frame',
  'water-area',
  'exclave-hole',
  'no-name',
  'not-in-table',
  'ambiguous-name',
  'filtered-out',
  'other-kind',
  'no-position',
  'not-zoned',
  'no-block-number',
  'no-source',
  'no-accuracy',
  'schema',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Geometry mended on the way in. Words: `import-report` in src/i18n/locales. */
export const repairKinds = [
  'ring-closed',
  'ring-order',
  'repeated-positions',
  'sliver-dropped',
  'self-crossing',
  'self-touching',
  'cut-at-frame',
  'part-not-finite',
  'html-stripped',
] as const;
export type RepairKind = (typeof repairKinds)[number];

/** Things a reader should know though the import went on. */
export const noteKinds = [
  'crs-overridden',
  'datum-agrees',
  'datum-shifted',
  'datum-not-checkable',
  'data-set-ignored',
  'other-scenario-left-out',
  'no-romanised-name',
  'not-in-file',
  'overlap-left',
] as const;
export type NoteKind = (typeof noteKinds)[number];

export interface Counted {
  count: number;
  /** The first few, to go and look. */
  examples: string[];
}

const examplesKept = 5;

function add<Key extends string>(table: Map<Key, Counted>, key: Key, example: string): void {
  const entry = table.get(key) ?? { count: 0, examples: [] };
  entry.count++;
  if (entry.examples.length < examplesKept && example !== '') entry.examples.push(example);
  table.set(key, entry);
}

const rows = <Key extends string, Name extends string>(table: ReadonlyMap<Key, Counted>, name: Name) =>
  [...table].map(([key, counted]) => ({ [name]: key, ...counted }) as Record<Name, Key> & Counted);

/** Counts what happens to the rows of an import; the report is read off it at the end. */
export class Tally {
  read = 0;
  readonly #skipped = new Map<SkipReason, Counted>();
  readonly #repaired = new Map<RepairKind, Counted>();
  readonly #notes = new Map<NoteKind, Counted>();
  readonly #unknown = new Map<string, Counted>();

  skip(reason: SkipReason, example: string): void {
    add(this.#skipped, reason, example);
  }
  repair(kind: RepairKind, example: string): void {
    add(this.#repaired, kind, example);
  }
  note(kind: NoteKind, example: string): void {
    add(this.#notes, kind, example);
  }
  /** A coded value nobody knows; it became null. */
  unknownValue(field: string, value: string, example: string): void {
    add(this.#unknown, `${field}=${value}`, example);
  }

  summary() {
    return {
      read: this.read,
      skipped: rows(this.#skipped, 'reason'),
      repaired: rows(this.#repaired, 'kind'),
      unknownValues: rows(this.#unknown, 'value'),
      notes: rows(this.#notes, 'kind'),
    };
  }
}
export type TallySummary = ReturnType<Tally['summary']>;
