import * as v from 'valibot';
import type { Position } from '../geometry/position.js';

/**
 * A ward's blocks, `public/tiles/blocks/<ward>.json`: every block 街区 (in 大字: lot 地番) of its towns, packed.
 * Written by geodata/recipes/blocks.ts. Positions are whole hundred-thousandths of a degree (about 1 m).
 */
const name = v.pipe(v.string(), v.minLength(1));
const whole = v.pipe(v.number(), v.integer());
const count = v.pipe(whole, v.minValue(0));

/** Accuracies are written in steps of so many metres. */
export const accuracyStepMeters = 5;
/** Numbers a block takes in `townBlocks`. */
export const numbersPerBlock = 4;

/**
 * id, name, English name of a town; 1 where its numbers are lots 地番, else 0; then four numbers a block, in the order
 * of their numbers: number, longitude, latitude (each as the difference from the one before), accuracy in steps
 */
const townBlocks = v.strictTuple([
  name,
  name,
  v.string(),
  v.picklist([0, 1]),
  v.pipe(
    v.array(whole),
    v.check((numbers) => numbers.length % numbersPerBlock === 0, 'four numbers a block'),
  ),
]);

export const blockDocumentSchema = v.object({
  version: v.literal(1),
  /** Name of the ward. */
  ward: name,
  asOf: name,
  source: name,
  /** How many blocks there are in all its towns. */
  count,
  towns: v.array(townBlocks),
});
export type BlockDocument = v.InferOutput<typeof blockDocumentSchema>;

/** One block, ready to be answered with. */
export interface Block {
  /** 8 of 天神一丁目8番 */
  number: number;
  position: Position;
  /** About nine of ten of its houses lie nearer to its point, metres. */
  accuracyMeters: number;
}

export interface TownBlocks {
  town: string;
  name: string;
  nameEn: string;
  /** The numbers are lots 地番, not blocks 街区. */
  lots: boolean;
  /** By their numbers, ascending. */
  blocks: readonly Block[];
}

export interface WardBlocks {
  ward: string;
  towns: readonly TownBlocks[];
}

export type WardBlocksResult = { ok: true; ward: WardBlocks } | { ok: false; reason: string };

/** Reads a document's JSON; one that is damaged, or whose sums do not hold, is a value with the reason. */
export function readBlockDocument(json: unknown): WardBlocksResult {
  const result = v.safeParse(blockDocumentSchema, json);
  if (!result.success) {
    const issue = result.issues[0];
    return { ok: false, reason: `invalid: ${v.getDotPath(issue) ?? 'document'}: ${issue.message}` };
  }
  const { ward, towns, count: promised } = result.output;
  const read = towns.map(([town, townName, nameEn, lots, numbers]): TownBlocks => {
    return { town, name: townName, nameEn, lots: lots === 1, blocks: unpack(numbers) };
  });
  const found = read.reduce((sum, { blocks }) => sum + blocks.length, 0);
  if (found !== promised) return { ok: false, reason: `invalid: ${found} blocks, ${promised} promised` };
  return { ok: true, ward: { ward, towns: read } };
}

function unpack(numbers: readonly number[]): Block[] {
  const blocks: Block[] = [];
  let [number, x, y] = [0, 0, 0];
  for (let at = 0; at < numbers.length; at += numbersPerBlock) {
    const [dNumber = 0, dx = 0, dy = 0, steps = 0] = numbers.slice(at, at + numbersPerBlock);
    [number, x, y] = [number + dNumber, x + dx, y + dy];
    blocks.push({ number, position: [x / 1e5, y / 1e5], accuracyMeters: steps * accuracyStepMeters });
  }
  return blocks;
}

/** The numbers of a town's blocks as the document keeps them; blocks in ascending order. */
export function packBlocks(blocks: readonly Block[]): number[] {
  let [number, x, y] = [0, 0, 0];
  return blocks.flatMap((block) => {
    const place = [Math.round(block.position[0] * 1e5), Math.round(block.position[1] * 1e5)] as const;
    const steps = Math.ceil(block.accuracyMeters / accuracyStepMeters);
    const packed = [block.number - number, place[0] - x, place[1] - y, steps];
    [number, x, y] = [block.number, ...place];
    return packed;
  });
}
