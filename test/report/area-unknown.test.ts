/** turf's intersect throws now and then where corners all but coincide; an address must get its answer all the same. */
import type { intersect } from '@turf/intersect';
import { area } from '@turf/turf';
import { beforeEach, expect, it, vi } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import { sharedAreas } from '../../src/geometry/shared-area.js';
import { areaReport } from '../../src/report/area-report.js';
import { batchAnswerer } from '../../src/service/batch.js';
import { Service } from '../../src/service/service.js';
import { fixtureFiles, reader } from '../service/fixture-files.js';
import { box, fixtureIndex } from './fixture-city.js';

const broken = vi.hoisted(() => ({ times: 0 }));
vi.mock('@turf/intersect', async (original) => {
  const real = await original<{ intersect: typeof intersect }>();
  return {
    intersect: (...input: Parameters<typeof intersect>) => {
      if (broken.times-- > 0) throw new Error('Unable to complete output ring');
      return real.intersect(...input);
    },
  };
});
beforeEach(() => {
  broken.times = 0;
});

it('where clipping fails the halves are tried', () => {
  const [one, other] = [box(130.4, 33.5, 130.5, 33.6), box(130.45, 33.52, 130.47, 33.7)];
  const shared = () => sharedAreas(one, new PolygonIndex([other]), [other]).get(0)!;
  const expected = shared();
  expect(expected / area(box(130.45, 33.52, 130.47, 33.6))).toBeCloseTo(1, 6);
  for (const times of [1, 2, 7]) {
    broken.times = times;
    expect(shared() / expected).toBeCloseTo(1, 6);
    expect(broken.times).toBeLessThan(0);
  }
});

it('where it fails for good that part is unknown and named, the rest is answered', () => {
  broken.times = Infinity;
  const result = areaReport(fixtureIndex(), 'ward-west', sharedAreas);
  expect(result).toMatchObject({
    ok: true,
    report: {
      name: '西区',
      treatment: null,
      unavailable: expect.arrayContaining([
        expect.objectContaining({
          layer: 'treatment-districts',
          reason: expect.stringContaining('output ring'),
        }),
      ]),
    },
  });
});

it('and a list says so, and does not take one point of the area for all of it', async () => {
  const service = new Service(city, catalogue);
  await service.load(reader(fixtureFiles()));
  await service.loadSharedAreas();
  broken.times = Infinity;
  expect(batchAnswerer(service)({ address: '西区' })).toMatchObject({
    ward: '西区',
    district: null,
    district_certainty: null,
    district_alternatives: '?',
    error: expect.stringContaining('layer-unavailable:treatment-districts'),
  });
});
