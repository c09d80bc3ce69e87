import fc from 'fast-check';

/** A reader and what is thrown at it. */
export interface FuzzTarget<Input = unknown> {
  name: string;
  /** Where it stands. */
  reader: string;
  /** Built on first use: some need files or an engine. */
  cases(): fc.Arbitrary<Input> | Promise<fc.Arbitrary<Input>>;
  /** Gives whatever the reader gives. A named failure is a value, or an error of a class named in `failures`. */
  run(input: Input): unknown;
  /** Error classes that are this reader's named failures. */
  failures?: readonly (abstract new (...input: never[]) => Error)[];
  /** More that must hold of the answer; throws where it does not. */
  holds?(answer: unknown, input: Input): void;
}

/**
 * Longest a case may take, milliseconds of this process's own work: a busy machine makes no reader slow. An input of
 * megabytes (a case in two hundred is flooded) gets a second more for each: honest work grows with its input, what
 * hangs grows faster.
 */
const patienceFor = (input: unknown) => 1_000 * (1 + sizeOf(input) / 1e6);

/** Bytes or letters of an input that is text, bytes, or a list of them; 0 of anything else. */
function sizeOf(input: unknown): number {
  if (typeof input === 'string') return input.length;
  if (input instanceof Uint8Array) return input.byteLength;
  return Array.isArray(input) ? input.reduce((sum: number, part) => sum + sizeOf(part), 0) : 0;
}

export class Broken extends Error {}

const worldBefore = worldNow();
/** Names on the prototypes everything inherits from: a parser that assigns by key would add one. */
function worldNow(): string {
  return [Object.prototype, Array.prototype, String.prototype, Function.prototype]
    .map((prototype) => Reflect.ownKeys(prototype).length)
    .join(',');
}

/** Data only: no functions, no instances of classes, so that nothing in it can run. Looks at 500 values. */
function holdsOnlyData(value: unknown): void {
  const waiting: unknown[] = [value];
  for (let looked = 0; waiting.length > 0 && looked < 500; looked++) {
    const next = waiting.pop();
    if (typeof next === 'function') throw new Broken('the answer holds a function');
    if (typeof next !== 'object' || next === null || ArrayBuffer.isView(next)) continue;
    if (next instanceof Map || next instanceof Set) {
      waiting.push(...[...next].slice(0, 50));
      continue;
    }
    const prototype: unknown = Object.getPrototypeOf(next);
    if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null)
      throw new Broken(`the answer holds a ${(prototype as object).constructor.name}`);
    waiting.push(...(Array.isArray(next) ? next.slice(0, 50) : Object.values(next).slice(0, 50)));
  }
}

/** Runs one case and throws when a promise of the table's head is broken. */
export async function tryCase<Input>(target: FuzzTarget<Input>, input: Input): Promise<void> {
  const start = worked();
  let answer: unknown;
  try {
    answer = await target.run(input);
  } catch (error) {
    if (!(target.failures ?? []).some((failure) => error instanceof failure)) throw error;
    answer = null;
  }
  const took = worked() - start;
  // The engine may have been compiling or clearing up: only what is slow twice is slow.
  const patience = patienceFor(input);
  if (took > patience && (await again(target, input)) > patience)
    throw new Broken(`took ${Math.round(took)} ms`);
  if (worldNow() !== worldBefore) throw new Broken('a prototype was changed');
  holdsOnlyData(answer);
  target.holds?.(answer, input);
}

function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function again<Input>(target: FuzzTarget<Input>, input: Input): Promise<number> {
  const start = worked();
  try {
    await target.run(input);
  } catch {
    // Named above.
  }
  return worked() - start;
}

/** @returns the number of cases run; throws fast-check's report, smallest case first, when one breaks */
export async function fuzz<Input>(
  target: FuzzTarget<Input>,
  { runs, seed, onCase }: { runs: number; seed: number; onCase?: (done: number) => void },
): Promise<number> {
  let done = 0;
  const property = fc.asyncProperty(await target.cases(), async (input) => {
    await tryCase(target, input);
    onCase?.(++done);
  });
  const report = await fc.check(property, { numRuns: runs, seed, interruptAfterTimeLimit: 3 * 3_600_000 });
  if (report.failed) throw new Broken(fc.defaultReportMessage(report));
  return report.numRuns;
}
