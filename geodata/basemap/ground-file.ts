import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';

/** Kind and names of what is drawn; absent where there is none. */
export interface GroundTags {
  kind: string;
  name?: string;
  nameEn?: string;
  /** On a bridge, or in a tunnel. */
  level?: 'bridge' | 'tunnel';
  /** Slip road. */
  ramp?: true;
}

/** Everything of one set of tags: points, lines or rings in degrees. */
export interface GroundGroup {
  tags: GroundTags;
  /** A point is a run of one position, a line one run, a polygon its rings. */
  parts: readonly (readonly (readonly [longitude: number, latitude: number][])[])[];
}

const perDegree = 1e6;

/**
 * The project's own form of ground taken from OpenStreetMap: gzip over one line a set of tags, `tags as JSON`, a tab,
 * the parts between `|`, their runs between `;`. A run is whole millionths of a degree between spaces: the first position
 * as it is, every further one as the step from the one before. The same groups give the same bytes.
 */
export function writeGround(groups: readonly GroundGroup[]): Uint8Array {
  const lines = groups.map(
    ({ tags, parts }) =>
      `${JSON.stringify(tags)}\t${parts.map((runs) => runs.map(stepsOf).join(';')).join('|')}\n`,
  );
  return gzipSync(strToU8(lines.join('')), { level: 9, mtime: 0 });
}

/** Reads {@link writeGround}'s form. @throws Error with the line's number when it is not of that form */
export function readGround(bytes: Uint8Array): GroundGroup[] {
  const lines = strFromU8(gunzipSync(bytes)).split('\n');
  return lines.slice(0, -1).map((line, index) => {
    const [tags = '', parts] = line.split('\t');
    if (parts === undefined) throw new Error(`line ${index + 1} has no positions`);
    return {
      tags: JSON.parse(tags) as GroundTags,
      parts: parts.split('|').map((runs) => runs.split(';').map((run) => positionsOf(run, index + 1))),
    };
  });
}

function stepsOf(run: readonly (readonly [number, number])[]): string {
  const steps: number[] = [];
  let [east, north] = [0, 0];
  for (const [longitude, latitude] of run) {
    const [x, y] = [Math.round(longitude * perDegree), Math.round(latitude * perDegree)];
    steps.push(x - east, y - north);
    [east, north] = [x, y];
  }
  return steps.join(' ');
}

function positionsOf(run: string, line: number): [number, number][] {
  const steps = run.split(' ').map(Number);
  if (steps.length % 2 === 1 || steps.some((step) => !Number.isInteger(step)))
    throw new Error(`line ${line} holds a position that is none`);
  const positions: [number, number][] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at] as number;
    y += steps[at + 1] as number;
    positions.push([x / perDegree, y / perDegree]);
  }
  return positions;
}
