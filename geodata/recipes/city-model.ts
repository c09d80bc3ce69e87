import type { Position } from '../../src/geometry/position.js';
import { faceHectares, type CityMesh } from '../mesh/city-faces.js';
import { builtLand } from '../mesh/built-land.js';
import { buildCityMesh } from '../mesh/city-mesh.js';
import { dissolveRings, edgesByTown, toGeometry, type MultiPolygon, type Polygon } from '../mesh/dissolve.js';
import { insideRings, toGrid, type GridPoint } from '../mesh/grid.js';
import { boxOf, inBox, type LandPiece, type Outline, type Site } from '../mesh/land.js';
import { blockPoints, type BlockPoint } from './block-towns.js';
import { censusTowns } from './census-towns.js';
import { builtEvidence } from './extent.js';
import type { CityFacts } from './city-facts.js';
import type { CityGeometry } from './city-geometry.js';
import type { Feature } from './feature.js';
import { townId } from './town-id.js';
import { zonedExtent, type ZonedLand } from './zoned-land.js';
import { townOutlines, type TownOutline } from './town-outlines.js';

/** What a recipe is given: facts, geometry, and the land cut into faces. */
export interface CityModel {
  facts: CityFacts;
  geometry: CityGeometry;
  mesh: CityMesh;
  /** Zones that decide the planned extent; null where none are published. */
  zoned: ZonedLand | null;
  /** Points of blocks with their town of today; none where a city has no list of them. */
  blocks: readonly BlockPoint[];
  /** How each town of the census came to its outline; cells around points are not in it. */
  outlineOf: ReadonlyMap<string, TownOutline>;
  /** District of each town by its table. */
  districtOf: ReadonlyMap<string, string | null>;
  /** Outline and area of the faces that belong. */
  area: (belongs: (face: number) => boolean) => { geometry: Polygon | MultiPolygon | null; hectares: number };
  /** Rings of a town's faces, merged; none where it has no land. */
  townRings: (id: string) => readonly GridPoint[][][];
  /** Outline of whole towns. */
  townArea: (ids: ReadonlySet<string>) => { geometry: Polygon | MultiPolygon | null; hectares: number };
  /** District whose planned area holds the position. */
  districtAt: (position: Position) => string | null;
  /**
   * A layer with the outlines or points that were imported for it, by id; null where nothing was. What rests on the
   * layer is drawn from this one.
   */
  published: (layer: string) => readonly Feature[] | null;
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

/**
 * @param imported published outlines of towns, which go before those of the census
 * @param zoned published zones, which decide the planned extent
 */
export function cityModel(
  facts: CityFacts,
  geometry: CityGeometry,
  imported: readonly Outline[] = [],
  zoned: ZonedLand | null = null,
): CityModel {
  const districtOf = new Map(
    facts.townDistricts.map((row) => [townId({ ward: row.ward, name: row.town }), row.district]),
  );
  const census = geometry.census ? censusTowns(geometry.census) : [];
  const blocks = blockPoints(geometry, census);
  const { outlines: ofCensus, how } = townOutlines(census, geometry, blocks);
  const published = new Set(imported.map(({ id }) => id));
  const outlines = [...imported, ...ofCensus.filter(({ id, sites }) => sites || !published.has(id))];
  const sites = geometry.towns.flatMap((town): Site[] =>
    town.longitude === null ||
    town.latitude === null ||
    (census.length > 0 && !how.has(townId(town)) && !published.has(townId(town)))
      ? []
      : [{ id: townId(town), ward: town.ward, point: toGrid([town.longitude, town.latitude]) }],
  );
  const pieces = landPieces(geometry);
  const { builtGround } = geometry;
  const { extentRule } = facts;
  /** Land with a town of a district on it: nothing is planned on the others. */
  const sewered = (): LandPiece[] => {
    const points = sites.flatMap(({ id, point }) => ((districtOf.get(id) ?? null) === null ? [] : [point]));
    return pieces.filter(({ rings }) => points.some((point) => inBox(point, boxOf(rings), 1)));
  };
  const constructed = {
    outline: builtGround
      ? builtLand(builtEvidence(extentRule, geometry, builtGround, blocks, sewered()), extentRule.built)
      : [],
    rule: extentRule,
    districtOf,
    whole: new Set(
      builtGround
        ? facts.plannedTowns.map(({ ward, town }) => townId({ ward, name: town }))
        : districtOf.keys(),
    ),
  };
  const extent = zoned ? zonedExtent(zoned, constructed) : constructed;
  const mesh = buildCityMesh(pieces, sites, extent, outlines);
  const hectaresOf = mesh.faces.map((_, face) => faceHectares(mesh, face));
  const area = (belongs: (face: number) => boolean) => {
    const hectares = hectaresOf.reduce((sum, of, face) => (belongs(face) ? sum + of : sum), 0);
    return { geometry: toGeometry(dissolveRings(mesh, belongs)), hectares };
  };
  const edges = edgesByTown(mesh, mesh.townOf);
  const townRings = (id: string) =>
    dissolveRings(mesh, (face) => mesh.townOf[face] === id, edges.get(id) ?? []);
  const districtOfFace = (face: number): string | null => {
    const town = mesh.townOf[face] ?? null;
    return town === null || !mesh.plannedOf[face] ? null : (districtOf.get(town) ?? null);
  };
  return {
    facts,
    geometry,
    zoned,
    mesh,
    blocks,
    outlineOf: how,
    districtOf,
    area,
    townRings,
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
    published: () => null,
  };
}
