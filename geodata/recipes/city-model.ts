import type { Position } from '../../src/geometry/position.js';
import { faceHectares, type CityMesh } from '../mesh/city-faces.js';
import { buildCityMesh } from '../mesh/city-mesh.js';
import { dissolveRings, toGeometry, type MultiPolygon, type Polygon } from '../mesh/dissolve.js';
import { insideRings, toGrid, type GridPoint } from '../mesh/grid.js';
import type { LandPiece, Outline, Site } from '../mesh/land.js';
import { extentSeeds, isVillage } from './extent.js';
import type { CityFacts } from './city-facts.js';
import type { CityGeometry } from './city-geometry.js';
import { townId } from './town-id.js';

/** What a recipe is given: facts, geometry, and the land cut into faces. */
export interface CityModel {
  facts: CityFacts;
  geometry: CityGeometry;
  mesh: CityMesh;
  /** District of each town by its table. */
  districtOf: ReadonlyMap<string, string | null>;
  /** Outline and area of the faces that belong. */
  area: (belongs: (face: number) => boolean) => { geometry: Polygon | MultiPolygon | null; hectares: number };
  /** Outline of whole town cells. */
  townArea: (ids: ReadonlySet<string>) => { geometry: Polygon | MultiPolygon | null; hectares: number };
  /** District whose planned area holds the position. */
  districtAt: (position: Position) => string | null;
}

function landPieces({ wards }: CityGeometry): LandPiece[] {
  return wards.flatMap(({ properties, geometry }) =>
    geometry.coordinates.map((rings) => ({
      ward: properties.name,
      rings: rings.map((ring) => ring.slice(0, -1).map(toGrid)),
    })),
  );
}

/** Rounds hectares to 0.1: the outlines are not better than that. */
export function roundHectares(hectares: number): number {
  return Math.round(hectares * 10) / 10;
}

/** @param outlines published outlines of towns, where some were imported */
export function cityModel(
  facts: CityFacts,
  geometry: CityGeometry,
  outlines: readonly Outline[] = [],
): CityModel {
  const districtOf = new Map(
    facts.townDistricts.map((row) => [townId({ ward: row.ward, name: row.town }), row.district]),
  );
  const sewered = new Set([...districtOf].flatMap(([id, district]) => (district === null ? [] : [id])));
  const sites = geometry.towns.flatMap((town): Site[] =>
    town.longitude === null || town.latitude === null
      ? []
      : [{ id: townId(town), ward: town.ward, point: toGrid([town.longitude, town.latitude]) }],
  );
  const extent = {
    seeds: extentSeeds(facts.extentRule, geometry, sites, sewered),
    rule: facts.extentRule,
    sewered,
    compact: new Set([...sites, ...outlines].flatMap(({ id }) => (isVillage(id) ? [] : [id]))),
  };
  const mesh = buildCityMesh(landPieces(geometry), sites, extent, outlines);
  const area = (belongs: (face: number) => boolean) => {
    let hectares = 0;
    mesh.faces.forEach((_, face) => {
      if (belongs(face)) hectares += faceHectares(mesh, face);
    });
    return { geometry: toGeometry(dissolveRings(mesh, belongs)), hectares };
  };
  const districtOfFace = (face: number): string | null => {
    const town = mesh.townOf[face] ?? null;
    return town === null || !mesh.plannedOf[face] ? null : (districtOf.get(town) ?? null);
  };
  return {
    facts,
    geometry,
    mesh,
    districtOf,
    area,
    townArea: (ids) =>
      area((face) => {
        const town = mesh.townOf[face] ?? null;
        return town !== null && ids.has(town);
      }),
    districtAt: (position) => {
      const [x, y] = toGrid(position);
      const point: GridPoint = [x, y + 0.5];
      const face = mesh.faces.findIndex(({ rings }) => insideRings(point, rings));
      return face === -1 ? null : districtOfFace(face);
    },
  };
}
