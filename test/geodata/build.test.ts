import * as turf from '@turf/turf';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { officialFolder } from '../../geodata/import/official-layer.js';
import { buildArchives } from '../../geodata/build/archives.js';
import { buildLayers } from '../../geodata/build/build-layers.js';
import type { Feature } from '../../geodata/recipes/feature.js';
import { ownCityData } from '../../geodata/cities/cities.js';
import { bundle } from '../../geodata/build/manifest.js';
import { documentsOf } from '../../geodata/build/documents.js';
import { townId } from '../../geodata/recipes/town-id.js';
import { cellAccuracyMeters } from '../../geodata/recipes/towns.js';
import { readTable } from '../../geodata/cities/fukuoka/tables/tables.js';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { distanceMeters } from '../../src/geometry/measure.js';

const layers = buildLayers();
const archives = Object.fromEntries([...buildArchives()].map(([id, { entry }]) => [id, entry]));
const bundled = (built: typeof layers) =>
  bundle(built, documentsOf(built), undefined, undefined, archives).files;
const files = bundled(layers);
const { readFacts, readGeometry } = ownCityData();
const inputs = { ...readFacts(), ...readGeometry() };
const layer = (id: string): readonly Feature[] => layers.get(id) ?? [];
const named = (id: string, name: string): Feature => layer(id).find((each) => each.properties.name === name)!;

describe('build', () => {
  it('gives the same bytes twice', () => {
    const again = bundled(buildLayers());
    for (const [file, content] of files) expect(again.get(file) === content, file).toBe(true);
  }, 120_000);

  it('is what public/tiles holds: run npm run data after a change', () => {
    for (const [file, content] of files) {
      const path = fileURLToPath(new URL(`../../public/tiles/${file}`, import.meta.url));
      expect(readFileSync(path, 'utf8') === content, file).toBe(true);
    }
  });

  it('has a layer for every entry of the catalogue and no other; optional ones only where imported', () => {
    const due = catalogue.filter(
      ({ id, optional }) => !optional || existsSync(join(officialFolder, `${id}.geojson`)),
    );
    expect([...layers.keys()].sort()).toEqual(due.map((entry) => entry.id).sort());
  });

  it('stays modest in size', () => {
    for (const [file, content] of files) expect(Buffer.byteLength(content), file).toBeLessThan(1_500_000);
  });
});

describe('town tables', () => {
  const known = new Set(inputs.towns.map(townId));
  const id = ({ ward, town }: { ward: string; town: string }) => townId({ ward, name: town });

  it('decide a district, or none, for every town once, and say why', () => {
    expect(inputs.townDistricts.map(id).sort()).toEqual([...known].sort());
    const districts = inputs.townDistricts.map((row) => row.district);
    expect(districts.every((name) => name === null || city.districts.includes(name))).toBe(true);
  });

  it('name towns of the register only', () => {
    for (const row of [...inputs.priorityTowns, ...inputs.planTowns, ...inputs.zoneTowns]) {
      expect(known.has(id(row)), id(row)).toBe(true);
    }
  });

  it('give towns to every priority district, zone and plan part', () => {
    for (const { properties } of layer('priority-districts')) {
      expect((properties as unknown as { towns: string[] }).towns.length, properties.name).toBeGreaterThan(0);
    }
    for (const id of ['rainbow-plan', 'inundation-zones']) {
      for (const each of layer(id)) expect(each.geometry, each.properties.name).not.toBeNull();
    }
  });

  it('decide a place, or none, for every facility once', () => {
    const due = [
      ...readTable('treatment-centres').map(({ name }) => `treatment-centres/${name}`),
      ...readTable('pump-stations-planned').map(({ name }) => `planned/${name}`),
      ...readTable('pump-stations-exempt').map(({ name }) => `exempt/${name}`),
      ...readTable('pump-stations-manhole').map(({ name }) => `manhole/${name}`),
      ...readTable('ponds').map(({ name }) => `ponds/${name}`),
    ];
    expect(inputs.placements.map(({ table, name }) => `${table}/${name}`).sort()).toEqual(due.sort());
  });
});

describe('areas', () => {
  // Oracle: turf's spherical area; sphere and ellipsoid differ by less than 0.2 % here.
  it('have the hectares they say', () => {
    for (const each of [...layer('treatment-districts'), ...layer('rainbow-plan')]) {
      const said = (each.properties as unknown as { drawnAreaHectares: number }).drawnAreaHectares;
      const due = turf.area(each.geometry as turf.AllGeoJSON) / 10_000;
      expect(Math.abs(said / due - 1), each.properties.name).toBeLessThan(0.002);
    }
  });

  it('have no kinks by turf', () => {
    for (const id of [
      'wards',
      'treatment-districts',
      'priority-districts',
      'inundation-zones',
      'rainbow-plan',
      'neighbours',
    ]) {
      for (const each of layer(id)) {
        expect(turf.kinks(each.geometry as never).features, `${id} ${each.properties.name}`).toHaveLength(0);
      }
    }
  });

  it('keep phase 1 of 天神 inside phase 2, and phase 2 inside the plan', () => {
    const part = (name: string) =>
      layer('rainbow-plan').find((each) => each.properties.id === `rainbow-tenjin-${name}`)!;
    const area = (feature: Feature) => turf.area(feature.geometry as turf.AllGeoJSON);
    for (const [inner, outer] of [
      ['phase1', 'phase2'],
      ['phase2', 'whole'],
    ] as const) {
      const both = turf.union(turf.featureCollection([part(inner), part(outer)] as never))!;
      expect(turf.area(both)).toBeCloseTo(area(part(outer)), -2);
    }
  });

  it('meet without a gap: a step to either side of a shared edge is in one district or the other', () => {
    const districts = layer('treatment-districts');
    const edges = new Map<string, { at: number; a: number[]; b: number[] }>();
    districts.forEach(({ geometry }, at) => {
      turf.segmentEach(geometry as never, (segment) => {
        const [a, b] = segment!.geometry.coordinates as [number[], number[]];
        edges.set(`${a.join()} ${b.join()}`, { at, a, b });
      });
    });
    let shared = 0;
    for (const { at, a, b } of edges.values()) {
      const twin = edges.get(`${b.join()} ${a.join()}`);
      if (twin === undefined || twin.at < at) continue;
      if (distanceMeters(a as never, b as never) < 20) continue;
      shared++;
      const middle = [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2] as const;
      // 1 m to the left of a→b lies the district the edge belongs to, 1 m to the right the other.
      const length = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
      const step = [(-(b[1]! - a[1]!) / length) * 1e-5, ((b[0]! - a[0]!) / length) * 1e-5] as const;
      for (const [sign, owner] of [
        [1, at],
        [-1, twin.at],
      ] as const) {
        const probe = [middle[0] + sign * step[0], middle[1] + sign * step[1]];
        expect(turf.booleanPointInPolygon(probe, districts[owner]!.geometry as never)).toBe(true);
      }
    }
    expect(shared).toBeGreaterThan(100);
  });
});

describe('towns', () => {
  it('hold their own point in their cell', () => {
    const astray = layer('towns').filter(({ geometry, properties }) => {
      const { labelLongitude, labelLatitude } = properties as unknown as {
        labelLongitude: number;
        labelLatitude: number;
      };
      return (
        geometry !== null && !turf.booleanPointInPolygon([labelLongitude, labelLatitude], geometry as never)
      );
    });
    // A point in a harbour or on a river that the ward outline closes otherwise.
    expect(astray.map((each) => each.properties.name)).toEqual([]);
  });

  it('cover every ward', () => {
    for (const ward of layer('wards')) {
      const cells = layer('towns').filter(
        (each) =>
          (each.properties as unknown as { ward: string }).ward === ward.properties.name &&
          each.geometry !== null,
      );
      const sum = cells.reduce((total, each) => total + turf.area(each.geometry as turf.AllGeoJSON), 0);
      expect(sum / turf.area(ward.geometry as turf.AllGeoJSON)).toBeCloseTo(1, 6);
    }
  });

  it('state an accuracy that grows with the cell, within 100 m and 1 km', () => {
    expect(cellAccuracyMeters(1)).toBe(100);
    expect(cellAccuracyMeters(18)).toBe(210);
    expect(cellAccuracyMeters(2_000)).toBe(1_000);
  });

  it('with no published point have no shape and no accuracy', () => {
    const { geometry, properties } = named('towns', '丸川一丁目');
    expect(geometry).toBeNull();
    expect(properties.accuracyMeters).toBeNull();
  });
});
