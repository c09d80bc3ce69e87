import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPlane } from '../../src/geometry/plane-rectangular.js';
import { catchmentOf } from '../../src/network/catchment.js';
import { levelOf, readManholes, readPipes } from '../../src/network/read-network.js';
import { guessManholeFields, guessPipeFields } from '../../src/network/sewer-fields.js';
import { buildNetwork, type SewerNetwork } from '../../src/network/sewer-network.js';
import { pathBetween } from '../../src/network/shortest-path.js';
import { closingPipes, longestPathTo, trace } from '../../src/network/trace.js';
import { manholeFeatures, pipeFeatures } from './small-network.js';

const pipeFields = guessPipeFields([
  '管渠番号',
  '上流人孔番号',
  '下流人孔番号',
  '上流管底高',
  '下流管底高',
  '管径',
  '管種',
]);
const manholeFields = guessManholeFields(['人孔番号', '地盤高']);
const choices = { epsg: 6670, zeroIsMissing: true } as const;
function build(options: Parameters<typeof pipeFeatures>[0]): SewerNetwork {
  return buildNetwork(
    readPipes(pipeFeatures(options), pipeFields, choices),
    readManholes(manholeFeatures, manholeFields, choices),
  );
}
const network = build({ named: true });
const nodeOf = (name: string, within = network) => {
  const found = within.nodes.find(({ manhole }) => manhole?.name === name);
  if (!found) throw new Error(`no manhole ${name}`);
  return found.index;
};
const names = (pipes: readonly number[], within = network) =>
  pipes.map((index) => within.pipes[index]?.record.name ?? '?').sort();

describe('field mapping', () => {
  it('knows the names offices use', () => {
    expect(pipeFields).toEqual({
      pipeName: '管渠番号',
      upstreamManhole: '上流人孔番号',
      downstreamManhole: '下流人孔番号',
      upstreamInvertMeters: '上流管底高',
      downstreamInvertMeters: '下流管底高',
      diameterMillimeters: '管径',
      lengthMeters: null,
      kind: '管種',
    });
    expect(guessPipeFields(['id', 'us_mh', 'ds_mh', 'us_inv', 'ds_inv', 'diameter', 'length'])).toMatchObject(
      {
        upstreamManhole: 'us_mh',
        downstreamInvertMeters: 'ds_inv',
        diameterMillimeters: 'diameter',
        lengthMeters: 'length',
      },
    );
    expect(guessPipeFields(['メモ', '色'])).toMatchObject({ pipeName: null, diameterMillimeters: null });
  });

  it('takes the ledger’s ways of saying "unknown" as missing, never as a level', () => {
    expect([0, '0', -9999, '', null, '不明', 9999].map((value) => levelOf(value, true))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(levelOf('１２．３４', true)).toBe(12.34);
    expect(levelOf(-1.2, true)).toBe(-1.2);
    expect(levelOf(0, false)).toBe(0);
  });
});

describe('building', () => {
  it('meets at manholes and invents a node only where a pipe ends without one', () => {
    expect(network.nodes).toHaveLength(10);
    expect(network.nodes.filter(({ manhole }) => manhole === null)).toHaveLength(1);
  });

  it('turns a pipe that was drawn against its named manholes, and says why', () => {
    const pipe = network.pipes.find(({ record }) => record.name === 'P2');
    expect(pipe).toMatchObject({ reversed: true, basis: 'manholes', from: nodeOf('B'), to: nodeOf('C') });
    expect(network.pipes.filter(({ reversed }) => reversed)).toHaveLength(1);
  });

  it('finds the same directions from levels alone, whichever pipes were drawn backwards', () => {
    const known = ['P1', 'P2', 'P3', 'P4', 'P5', 'P7'];
    fc.assert(
      fc.property(fc.subarray(known.filter((name) => name !== 'P4' && name !== 'P7')), (turned) => {
        const byLevels = build({ named: false, backwards: new Set(turned) });
        for (const name of ['P1', 'P2', 'P5']) {
          const pipe = byLevels.pipes.find(({ record }) => record.name === name);
          const expected = network.pipes.find(({ record }) => record.name === name);
          expect([pipe?.from, pipe?.to]).toEqual([expected?.from, expected?.to]);
          expect(pipe?.basis).toBe('levels');
        }
      }),
    );
  });

  it('says when only the drawing decides', () => {
    const pipe = build({ named: false }).pipes.find(({ record }) => record.name === 'P6');
    expect(pipe?.basis).toBe('digitised');
  });

  it('survives a pipe of no length, a pipe onto itself and no pipes at all', () => {
    const base = readPipes(pipeFeatures({ named: true }), pipeFields, choices);
    const first = base[0]!;
    const loop = { ...first, name: 'self', path: [first.path[0]!, first.path[0]!] };
    const odd = buildNetwork([loop, { ...first, path: [] }], []);
    expect(trace(odd, odd.pipes[0]!.to, 'upstream').pipes).toEqual([0]);
    expect(buildNetwork([], [])).toEqual({ nodes: [], pipes: [] });
  });
});

describe('trace', () => {
  it('goes upstream through loop, branch and drop manhole, each pipe once', () => {
    const up = trace(network, nodeOf('F'), 'upstream');
    expect(names(up.pipes)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9']);
    expect(new Set(up.pipes).size).toBe(up.pipes.length);
    expect(up.ends.map((index) => network.nodes[index]?.manhole?.name).sort()).toEqual(['A', 'G', 'H']);
    expect(up.loops).toHaveLength(1);
  });

  it('goes downstream to the outlet and to the dead end', () => {
    const down = trace(network, nodeOf('A'), 'downstream');
    expect(names(down.pipes)).toEqual(['P1', 'P10', 'P2', 'P3', 'P4', 'P5', 'P8', 'P9']);
    expect(down.ends.map((index) => network.nodes[index]?.manhole?.name ?? 'bare')).toEqual(['bare', 'F']);
  });

  it('names a loop by the pipe that closes it; without it there is none', () => {
    const [closing] = closingPipes(network, nodeOf('A'), 'downstream');
    expect(['P2', 'P8', 'P9']).toContain(network.pipes[closing ?? -1]?.record.name);
    const without = {
      ...network,
      nodes: network.nodes.map((node) => ({ ...node, outgoing: node.outgoing.filter((i) => i !== closing) })),
    };
    expect(closingPipes(without, nodeOf('A'), 'downstream')).toEqual([]);
  });

  it('finds the longest way, and the shortest between two manholes', () => {
    const longest = longestPathTo(network, nodeOf('F'));
    expect(longest.pipes.map((index) => network.pipes[index]?.record.name)).toEqual([
      'P6',
      'P2',
      'P3',
      'P4',
      'P5',
    ]);
    expect(longest.lengthMeters).toBeCloseTo(50 + 50 + 30 + 40 + 60, 1);
    expect(longest.cut).toHaveLength(1);
    const between = pathBetween(network, nodeOf('A'), nodeOf('E'));
    expect(between?.pipes.map((index) => network.pipes[index]?.record.name)).toEqual([
      'P1',
      'P2',
      'P3',
      'P4',
    ]);
    expect(pathBetween(network, nodeOf('F'), nodeOf('A'))).toBeNull();
    expect(pathBetween(network, nodeOf('A'), nodeOf('A'))).toEqual({ pipes: [], lengthMeters: 0, cut: [] });
  });

  it('agrees with brute force on random networks', () => {
    const edge = fc.tuple(fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
        const random = fromEdges(edges);
        const upstream = trace(random, 0, 'upstream');
        // Oracle: repeated closure over all pipes.
        const reached = new Set([0]);
        for (let round = 0; round < 20; round++)
          for (const pipe of random.pipes) if (reached.has(pipe.to)) reached.add(pipe.from);
        expect(new Set(upstream.nodes)).toEqual(reached);
        const longest = longestPathTo(random, 0);
        const cut = new Set(longest.cut);
        const oracle = (node: number): number =>
          Math.max(
            0,
            ...random.pipes
              .filter(({ to, index }) => to === node && !cut.has(index))
              .map(({ from, lengthMeters }) => lengthMeters + oracle(from)),
          );
        expect(longest.lengthMeters).toBeCloseTo(oracle(0), 6);
      }),
    );
  });

  it('walks a trunk of 20,000 pipes without overflowing', () => {
    const long = fromEdges(Array.from({ length: 20_000 }, (_, index) => [index + 1, index]));
    expect(longestPathTo(long, 0).pipes).toHaveLength(20_000);
    expect(pathBetween(long, 20_000, 0)?.pipes).toHaveLength(20_000);
  });
});

describe('catchment', () => {
  const square = (east: number, north: number, size: number) => {
    const corner = (x: number, y: number) => [
      ...fromPlane({ eastMeters: -56_000 + x, northMeters: 65_000 + y }),
    ];
    return [
      corner(east, north),
      corner(east + size, north),
      corner(east + size, north + size),
      corner(east, north + size),
      corner(east, north),
    ];
  };

  it('sums only drawn areas that drain here, and names the shared ones', () => {
    const areas = [
      { id: 1, geometry: { type: 'Polygon' as const, coordinates: [square(-10, -10, 20)] } },
      { id: 2, geometry: { type: 'LineString' as const, coordinates: square(30, 40, 20) } },
      { id: 3, geometry: { type: 'Polygon' as const, coordinates: [square(30, -90, 100)] } },
      { id: 4, geometry: { type: 'Polygon' as const, coordinates: [square(500, 500, 10)] } },
    ];
    const catchment = catchmentOf(network, nodeOf('B'), areas, 6670);
    expect(catchment.areas).toEqual([1, 2]);
    expect(catchment.sharedAreas).toEqual([3]);
    // 2 × 20 m × 20 m as drawn in the zone, not as the sphere has it (0.08004).
    expect(catchment.areaHectares).toBeCloseTo(0.08, 7);
    expect(catchmentOf(network, nodeOf('B'), [], 6670).areaHectares).toBeNull();
  });

  it('leaves out nodes in a hole, takes every part, and minds no ring left open', () => {
    const around = [square(-10, -10, 20), square(-5, -5, 10)];
    const holed = { type: 'Polygon' as const, coordinates: around };
    const parts = {
      type: 'MultiPolygon' as const,
      coordinates: [[square(500, 500, 10)], [square(-10, -10, 20)]],
    };
    const open = { type: 'Polygon' as const, coordinates: [square(-10, -10, 20).slice(0, -1)] };
    const point = { type: 'Point' as const, coordinates: square(0, 0, 1)[0]! };
    const areas = [holed, parts, open, point, null].map((geometry, id) => ({ id, geometry }));
    const catchment = catchmentOf(network, nodeOf('B'), areas, 6670);
    expect(catchment.areas).toEqual([1, 2]);
    expect(catchment.areaHectares).toBeCloseTo(0.05 + 0.04, 7);
  });

  it('measures drawn pipes in the plane', () => {
    const records = readPipes(pipeFeatures({ named: true }), pipeFields, choices);
    const bent = {
      ...records[0]!,
      lengthMeters: null,
      path: [
        [0, 0],
        [3, 4],
        [3, 16],
      ] as [number, number][],
    };
    const [pipe] = buildNetwork([bent], []).pipes;
    expect(pipe).toMatchObject({ lengthMeters: 17, lengthStated: false });
  });
});

/** A network of pipes 1, 2, 3 … metres long between numbered nodes. */
function fromEdges(edges: readonly (readonly number[])[]): SewerNetwork {
  const count = Math.max(1, ...edges.flat().map((node) => node + 1));
  const nodes: SewerNetwork['nodes'] = Array.from({ length: count }, (_, index) => ({
    index,
    at: [index, 0],
    manhole: null,
    incoming: [],
    outgoing: [],
  }));
  const record = readPipes(pipeFeatures({ named: true }), pipeFields, choices)[0]!;
  const pipes = edges.map(([from = 0, to = 0], index): SewerNetwork['pipes'][number] => {
    nodes[from]?.outgoing.push(index);
    nodes[to]?.incoming.push(index);
    return {
      index,
      record,
      from,
      to,
      path: [],
      lengthMeters: (index % 7) + 1,
      lengthStated: true,
      basis: 'manholes',
      reversed: false,
      upstreamInvertMeters: null,
      downstreamInvertMeters: null,
      siphon: false,
    };
  });
  return { nodes, pipes };
}
