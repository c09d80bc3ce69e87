import type { Geometry as GeoJsonGeometry } from 'geojson';
import { geometryContains } from '../../src/geometry/contains.js';
import { labelPoint } from '../../src/geometry/label-point.js';
import type { Position } from '../../src/geometry/position.js';
import { positionOfRow } from '../../src/geometry/table-features.js';
import { faceHectares } from '../mesh/city-faces.js';
import { toGeometry } from '../mesh/dissolve.js';
import type { CityModel } from './city-model.js';
import { feature, type Feature, type Geometry } from './feature.js';
import { publishedDistricts } from './published-districts.js';
import { measuredAccuracy, townSort } from './town-accuracy.js';
import { townId } from './town-id.js';
import type { TownOutline } from './town-outlines.js';

/**
 * How far the edge of a cell may be from the real border: half the side of a square as large as the cell,
 * never under 100 m nor over 1,000 m. A 丁目 (about 18 ha) gets some 200 m, a mountain 大字 1,000 m.
 */
export function cellAccuracyMeters(hectares: number): number {
  const half = Math.sqrt(hectares * 10_000) / 2;
  return Math.min(1_000, Math.max(100, Math.round(half / 10) * 10));
}

function englishName(romaji: string, chome: number | null, name: string): string {
  if (chome !== null) return `${romaji} ${chome}-chome`;
  return name.startsWith('大字') ? `Oaza ${romaji}` : romaji;
}

function noShape(pointed: boolean): string {
  return pointed
    ? '公的な町の輪郭にこの名前がないため、形を描いていません。'
    : '代表点が公表されていないため、形を描いていません。';
}

/**
 * Every town of the register. The census has an outline for nearly all; where one holds several towns their block points
 * divide it; in a city without a census a town with a point gets the land nearer to it than to any other of the ward.
 */
export function townLayer(city: CityModel): Feature<'town'>[] {
  const {
    facts,
    geometry: { towns },
    mesh,
    districtOf,
    townRings,
    outlineOf,
  } = city;
  const hectaresOf = new Map<string, number>();
  mesh.faces.forEach((_, face) => {
    const town = mesh.townOf[face] ?? null;
    if (town !== null) hectaresOf.set(town, (hectaresOf.get(town) ?? 0) + faceHectares(mesh, face));
  });
  const shapes = new Map(towns.map((town) => [townId(town), townRings(townId(town))]));
  const measured = measuredAccuracy(city.blocks, (id) =>
    isWhole(outlineOf.get(id)) ? (shapes.get(id)?.flat() ?? null) : null,
  );
  const accuracyOf = (id: string): number => {
    const outline = outlineOf.get(id);
    if (isWhole(outline)) return measured.get(townSort(id))!;
    const { hectares, towns: sharing } = outline?.from ?? { hectares: hectaresOf.get(id) ?? 0, towns: 1 };
    return cellAccuracyMeters(hectares / sharing);
  };
  const doubts = new Map(
    facts.doubtfulTowns.map(({ ward, town, doubt }) => [townId({ ward, name: town }), doubt]),
  );
  const districtIn = publishedDistricts(city);
  return towns.map((town) => {
    const id = townId(town);
    const pointed = town.longitude !== null;
    // A town without a point has land where its outline was imported, and only there.
    const geometry = toGeometry(shapes.get(id)!);
    const label = labelOf(positionOfRow(town), geometry);
    const outline = outlineOf.get(id);
    const how = outline?.how ?? 'cell';
    const credit = { census: facts.credits.census, divided: facts.credits.dividedCensus, cell: null }[how];
    return feature(
      'town',
      {
        id: `town/${id}`,
        name: town.name,
        nameEn: englishName(town.romaji, town.chome, town.name),
        ward: town.ward,
        kana: town.kana,
        kind: town.kind,
        base: town.base,
        chome: town.chome,
        district: districtIn ? districtIn(geometry as GeoJsonGeometry | null) : (districtOf.get(id) ?? null),
        districtDoubt: districtIn ? null : (doubts.get(id) ?? null),
        labelLongitude: label?.[0] ?? null,
        labelLatitude: label?.[1] ?? null,
        ...((geometry && credit) ?? facts.credits.towns),
        page: null,
        method: 'constructed',
        how: geometry === null ? null : how,
        accuracyMeters: accuracyOf(id),
        note: geometry === null ? noShape(pointed) : (outline?.note ?? null),
      },
      geometry,
    );
  });
}

/** The register's point, which for some towns stands in the next one: then the middle of the town's own outline. */
function labelOf(registered: Position | null, geometry: Geometry | null): Position | null {
  const shape = geometry as GeoJsonGeometry | null;
  return shape && !(registered && geometryContains(shape, registered)) ? labelPoint(shape) : registered;
}

/** Whether an outline of the census is this one town's: divided ones, and those that hold a town nobody can place, are not. */
function isWhole(outline: TownOutline | undefined): boolean {
  return outline?.how === 'census' && outline.note === null;
}
