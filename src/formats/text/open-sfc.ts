import { wholeWithin, type ByteSource } from '../byte-source.js';
import { extensionOf, stemOf } from '../format-table.js';
import type { Limits } from '../limits.js';
import type { RawFeature, RawLayer } from '../raw-layer.js';
import { ReadFailure } from '../read-failure.js';
import type { ReadNote } from '../read-note.js';
import { decodeText } from '../decode-text.js';
import { sfcShape, type SfcRecord, type SfcShape } from './sfc-shapes.js';

interface Figure {
  /** 1 and 2 are 部分図 (drawn at real size in mathematical or geodetic axes), 3 and 4 groups and parts. */
  flag: number;
  records: SfcRecord[];
}

type Transform = (x: number, y: number) => [number, number];
const identity: Transform = (x, y) => [x, y];
const deepestNesting = 12;
/**
 * What one drawing may come to once its parts stand in one another: a text of 2 MB can hold 30,000 arcs and place them
 * ten times in what is placed ten times. Said by name beyond; a large honest drawing has some 300,000 corners.
 */
const most = { records: 1_000_000, positions: 4_000_000 } as const;
/** Columns of every shape: its 図層, its kind, and the words of a text. */
const columns = ['Layer', 'Shape', 'Text'] as const;

/**
 * SXF feature-comment files (.sfc), the exchange format of Japanese public works drawings. Shapes inside a
 * 部分図 are drawn at real size in millimetres; they come out in metres with no coordinate system named, to be
 * asked about. Shapes on the sheet itself (frame, title block) have no place and are counted. @throws ReadFailure
 */
export async function openSfc(source: ByteSource, limits: Limits): Promise<RawLayer> {
  return sfcLayer(await wholeWithin(source, limits), source.name, limits);
}

function sfcLayer(bytes: Uint8Array, fileName: string, limits: Limits): RawLayer {
  const { text, encoding } = decodeText(bytes);
  const records = parseRecords(text);
  // IFC and STEP begin the same way.
  if (records.length === 0 && text.includes('END-ISO-10303-21') && !text.includes('SXF'))
    throw new ReadFailure({ reason: 'unknown-format', extension: extensionOf(fileName) });
  if (records.length === 0)
    throw new ReadFailure(
      text.includes('END-ISO-10303-21') ? { reason: 'no-features' } : { reason: 'truncated' },
    );
  const { figures, sheet, layers } = sortRecords(records);
  const parts = [...figures.values()].filter(({ flag }) => flag === 1 || flag === 2);
  const collector = new Collector(figures, layers, limits.features);
  if (parts.length > 0) for (const part of parts) collector.addPart(part);
  else collector.add(sheet, identity, 0);
  const notes: ReadNote[] = [];
  if (encoding !== 'UTF-8') notes.push({ reason: 'encoding', encoding });
  const onPaper = parts.length > 0 ? sheet.filter((record) => sfcShape(record) !== null).length : 0;
  if (onPaper > 0) notes.push({ reason: 'paper-shapes', count: onPaper });
  if (collector.unsupported.size > 0)
    notes.push({
      reason: 'unsupported-shapes',
      count: [...collector.unsupported.values()].reduce((sum, count) => sum + count, 0),
      names: [...collector.unsupported.keys()].join(', '),
    });
  const { features } = collector;
  return {
    name: stemOf(fileName),
    fileName,
    format: 'sfc',
    encoding,
    fields: new Set(columns),
    crs: null,
    featureCount: features.length,
    extent: null,
    notes,
    async *features() {
      yield* features;
    },
    convertWithGdal: null,
  };
}

/** From end mark to end mark, each looked for once: a file of nothing but openings is read as fast as any other. */
function parseRecords(text: string): SfcRecord[] {
  const records: SfcRecord[] = [];
  let from = 0;
  for (const closing of text.matchAll(/SXF[\d.]*\*\//g)) {
    const piece = text.slice(from, closing.index);
    from = closing.index + closing[0].length;
    const written = piece.slice(Math.max(0, piece.lastIndexOf('/*SXF'))).trimEnd();
    const head = /^\/\*SXF[\d.]*\s*#\d+\s*=\s*(\w+)\(/.exec(written);
    if (!head || !written.endsWith(')')) continue;
    // Text is written \'…\', numbers and lists '…'.
    const values = [...written.slice(head[0].length, -1).matchAll(/\\'([\s\S]*?)\\'|'([^']*)'/g)].map(
      ([, string, number]) => string ?? number ?? '',
    );
    records.push({ name: head[1] ?? '', values });
  }
  return records;
}

/** A figure's shapes stand before its `sfig_org_feature`; what follows the last figure lies on the sheet. */
function sortRecords(records: readonly SfcRecord[]) {
  const figures = new Map<string, Figure>();
  const layers: string[] = [];
  let pending: SfcRecord[] = [];
  for (const record of records) {
    if (record.name === 'layer_feature') layers.push(record.values[0] ?? '');
    else if (record.name === 'sfig_org_feature') {
      const name = record.values[0] ?? '';
      // $$ATRU$$ figures carry attributes of other software, not shapes of their own.
      figures.set(name, { flag: Number(record.values[1]), records: pending });
      pending = [];
    } else pending.push(record);
  }
  return { figures, sheet: pending, layers };
}

class Collector {
  readonly features: RawFeature[] = [];
  readonly unsupported = new Map<string, number>();
  #looked = 0;
  #positions = 0;
  readonly #open = new Set<Figure>();
  readonly #figures: ReadonlyMap<string, Figure>;
  readonly #layers: readonly string[];

  readonly #limit: number;

  constructor(figures: ReadonlyMap<string, Figure>, layers: readonly string[], limit: number) {
    this.#figures = figures;
    this.#layers = layers;
    this.#limit = Math.min(limit, most.records);
  }

  /** A figure that stands on the sheet by itself; what it places of itself is not drawn inside it again. */
  addPart(part: Figure): void {
    this.#open.add(part);
    this.add(part.records, identity, 0);
    this.#open.delete(part);
  }

  add(records: readonly SfcRecord[], transform: Transform, depth: number): void {
    for (const record of records) {
      // A part placed ten times in a part placed ten times, twelve deep, would never end.
      if (++this.#looked > this.#limit)
        throw new ReadFailure({ reason: 'too-many-features', limit: this.#limit });
      if (record.name === 'sfig_locate_feature') this.#place(record, transform, depth);
      else this.#shape(record, transform);
    }
  }

  /** A group or part placed inside a figure: turned, scaled, moved. */
  #place({ values }: SfcRecord, outer: Transform, depth: number): void {
    const figure = this.#figures.get(values[1] ?? '');
    // A part that holds itself, near or far, is drawn once and not inside itself.
    if (!figure || depth >= deepestNesting || this.#open.has(figure)) return;
    const [x = 0, y = 0, angle = 0, scaleX = 1, scaleY = 1] = values.slice(2).map(Number);
    const [cosine, sine] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    const inner: Transform = (px, py) => {
      const [sx, sy] = [px * scaleX, py * scaleY];
      return outer(x + sx * cosine - sy * sine, y + sx * sine + sy * cosine);
    };
    this.#open.add(figure);
    this.add(figure.records, inner, depth + 1);
    this.#open.delete(figure);
  }

  #shape(record: SfcRecord, transform: Transform): void {
    const shape = sfcShape(record);
    if (shape === null) return;
    if (shape === 'unsupported') {
      this.unsupported.set(record.name, (this.unsupported.get(record.name) ?? 0) + 1);
      return;
    }
    this.#positions += shape.positions.length;
    if (this.#positions > most.positions)
      throw new ReadFailure({ reason: 'too-many-positions', limit: most.positions });
    this.features.push(this.#feature(shape, record, transform));
  }

  #feature(shape: SfcShape, { name, values }: SfcRecord, transform: Transform): RawFeature {
    const metres = shape.positions.map(([x, y]) => {
      const [east, north] = transform(x, y);
      return [east / 1000, north / 1000];
    });
    const geometry =
      shape.kind === 'point'
        ? { type: 'Point', coordinates: metres[0] ?? null }
        : { type: 'LineString', coordinates: metres };
    const layer = this.#layers[Number(values[0]) - 1] ?? values[0] ?? '';
    const attributes = new Map<string, unknown>([
      ['Layer', layer],
      ['Shape', name.replace(/_feature$/, '')],
      ['Text', shape.text],
    ]);
    return { geometry, attributes };
  }
}
