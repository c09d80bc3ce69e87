import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyWorkbench } from '../../../src/workbench/project/empty-workbench.js';
import {
  readProject,
  writeProject,
  type OverlayRecord,
  type Project,
} from '../../../src/workbench/project/project-file.js';

const overlay: OverlayRecord = {
  id: 'a',
  visible: true,
  style: { colour: '#0072b2', by: 'd', label: null, opacity: 0.5, lineWidthPixels: 2, pointRadiusPixels: 5 },
  layer: {
    name: '管渠',
    fileName: '管渠.dxf',
    format: 'dxf',
    crs: { epsg: 6670, swapped: false, unit: 1, how: 'asked', declared: null, accuracyMeters: null },
    features: [
      {
        type: 'Feature',
        id: 0,
        geometry: { type: 'Point', coordinates: [130.4, 33.59] },
        properties: { d: 250, n: '=x', e: null },
      },
      { type: 'Feature', id: 1, geometry: null, properties: { d: 300 } },
    ],
    fields: [{ name: 'd', kind: 'number' }],
    counts: { point: 1, line: 0, polygon: 0, none: 1 },
    box: [130.4, 33.59, 130.4, 33.59],
    notes: [{ reason: 'old-datum', accuracyMeters: 10 }],
  },
};
const project: Omit<Project, 'format' | 'version'> = {
  savedAt: '2026-01-02T03:04:05.000Z',
  dataVersion: '0123456789ab',
  overlays: [overlay],
  rest: {
    ...emptyWorkbench(),
    order: ['a'],
    sketch: [
      {
        id: 's',
        name: '区域',
        kind: 'polygon',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [130.4, 33.5],
              [130.5, 33.5],
              [130.5, 33.6],
              [130.4, 33.5],
            ],
          ],
        },
      },
    ],
    trunk: { year: 2030, alignments: [{ sewerId: 'trunk-sewer-01', overlay: 'a', row: 0 }] },
  },
};

describe('project files', () => {
  it('bring the whole workbench back', () => {
    const result = readProject(writeProject(project));
    expect(result).toEqual({ ok: true, project: { format: 'mizumichi-bench', version: 1, ...project } });
    const again = result.ok ? readProject(`\ufeff${writeProject(result.project)}`) : result;
    expect(again).toEqual(result);
  });

  it('say what is wrong and where', () => {
    expect(readProject('<html>')).toEqual({ ok: false, problem: { reason: 'not-json' } });
    expect(readProject('{"type":"FeatureCollection"}')).toEqual({
      ok: false,
      problem: { reason: 'not-project' },
    });
    expect(readProject('{"format":"mizumichi-bench","version":99}')).toEqual({
      ok: false,
      problem: { reason: 'newer-version', version: 99 },
    });
    const broken = JSON.parse(writeProject(project)) as { rest: { print: { paper: string } } };
    broken.rest.print.paper = 'B0';
    expect(readProject(JSON.stringify(broken))).toEqual({
      ok: false,
      problem: { reason: 'invalid', path: 'rest.print.paper' },
    });
  });

  it('clean geometry written by hand and keep prototypes clean', () => {
    const text = writeProject(project)
      .replace('[130.4,33.59]}', '["x",33.59]}')
      .replace('"d":300', '"d":300,"__proto__":{"polluted":true}');
    const result = readProject(text);
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    const [first, second] = result.project.overlays[0]?.layer.features ?? [];
    expect(first?.geometry).toBeNull();
    expect(Object.keys(second?.properties ?? {})).toEqual(['d']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('name the first id that is used twice', () => {
    const twice: [path: string, change: (whole: Project) => unknown][] = [
      ['overlays.1.id', ({ overlays }) => overlays.push(overlay)],
      [
        'overlays.0.layer.features.2.id',
        ({ overlays: [first] }) => first?.layer.features.push(...overlay.layer.features.slice(0, 1)),
      ],
      [
        'overlays.0.layer.fields.1.name',
        ({ overlays: [first] }) => first?.layer.fields.push({ name: 'd', kind: 'text' }),
      ],
      ['rest.sketch.1.id', ({ rest }) => rest.sketch.push(...rest.sketch)],
      ['rest.trunk.alignments.1.sewerId', ({ rest }) => rest.trunk.alignments.push(...rest.trunk.alignments)],
    ];
    for (const [path, change] of twice) {
      const whole = JSON.parse(writeProject(project)) as Project;
      change(whole);
      expect(readProject(JSON.stringify(whole))).toEqual({ ok: false, problem: { reason: 'invalid', path } });
    }
  });

  it('refuse every figure that is endless, below nothing or no figure', () => {
    const figures: string[] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (typeof value === 'number') figures.push(path.join('.'));
      else if (typeof value === 'object' && value !== null)
        for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    };
    walk(JSON.parse(writeProject(project)), []);
    expect(figures.length).toBeGreaterThan(30);
    for (const path of figures.filter((each) => !each.includes('geometry'))) {
      const keys = path.split('.');
      const whole = JSON.parse(writeProject(project)) as Record<string, unknown>;
      const last = keys.pop() ?? '';
      const place = keys.reduce((at, key) => at[key] as Record<string, unknown>, whole);
      place[last] = 'ENDLESS';
      // What no JSON writer writes, and every JSON reader reads.
      const result = readProject(JSON.stringify(whole).replace('"ENDLESS"', '1e999'));
      expect(result, path).toMatchObject({ ok: false });
    }
  });

  it('say of a geometry that cannot be drawn that it is left out, and of a shape that it is none', () => {
    for (const broken of ['["x",33.59]', '[1e300,33.59]', '[130.4,-91]', '{}']) {
      const result = readProject(writeProject(project).replace('[130.4,33.59]}', `${broken}}`));
      if (!result.ok) throw new Error(JSON.stringify(result.problem));
      const { layer } = result.project.overlays[0] ?? overlay;
      expect(layer.notes).toContainEqual({ reason: 'broken-geometry', count: 1 });
      expect([layer.counts, layer.box]).toEqual([{ point: 0, line: 0, polygon: 0, none: 2 }, null]);
      const shape = readProject(writeProject(project).replace('[130.4,33.5]', broken));
      expect(shape).toEqual({ ok: false, problem: { reason: 'invalid', path: 'rest.sketch.0.geometry' } });
    }
  });

  it('never throw, whatever is opened', () => {
    const whole = writeProject(project);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.string({ maxLength: 5 }), (at, noise) => {
        expect(typeof readProject(whole.slice(0, at) + noise + whole.slice(at + 1)).ok).toBe('boolean');
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readProject(text).ok).toBe(false);
      }),
    );
  });
});
