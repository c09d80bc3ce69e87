import { sharedEdges, type CityMesh } from './city-faces.js';
import { insideRings, type GridPoint } from './grid.js';
import {
  boxOf,
  inBox,
  ringSegments,
  sitesOfPieces,
  type LandPiece,
  type Outline,
  type Rings,
  type Site,
} from './land.js';
import type { Segment } from './node-segments.js';
import { needlessPoints } from './needless-points.js';
import { joinGaps, nearestSite, outlineLines, outlinesOfFaces } from './outlined-towns.js';
import { buildMesh } from './planar-mesh.js';
import { planWholeTowns, tidyExtent, type Extent } from './planned-faces.js';
import { joinStrayParts } from './stray-parts.js';
import { cellEdges } from './voronoi.js';

/**
 * Land, towns and planned extent, cut into one set of faces. In a ward whose towns all have outlines those decide, and
 * what they leave of its land goes to the town beside it; elsewhere the land goes to the nearest site.
 */
export function buildCityMesh(
  pieces: readonly LandPiece[],
  sites: readonly Site[],
  extent: Extent,
  outlines: readonly Outline[] = [],
): CityMesh {
  const shares = sitesOfPieces(pieces, sites);
  const outlined = outlinedWards(sites, outlines);
  const { outline, beside } = extent;
  const planned = [...outline, ...(beside?.outline ?? [])];
  const lines: Segment[] = [...ringSegments(planned), ...outlineLines(outlines, pieces)];
  pieces.forEach(({ ward, rings }, at) => {
    lines.push(...ringSegments(rings));
    const points = shares[at]!.map((site) => site.point);
    if (!outlined.has(ward)) lines.push(...cellEdges(points, rings));
  });
  const mesh = buildMesh(lines);
  const boxes = pieces.map(({ rings }) => boxOf(rings));
  const pieceOf = mesh.faces.map(({ sample }) =>
    pieces.findIndex(({ rings }, at) => inBox(sample, boxes[at]!, 1) && insideRings(sample, rings)),
  );
  const wardOf = pieceOf.map((piece) => (piece === -1 ? null : pieces[piece]!.ward));
  const outlineOf = outlinesOfFaces(mesh, wardOf, outlines);
  const cellOf = (face: number): string | null =>
    pieceOf[face] === -1 ? null : nearestSite(mesh.faces[face]!.sample, shares[pieceOf[face]!]!).id;
  const townOf = mesh.faces.map((_, face) => outlineOf[face] ?? cellOf(face));
  const box = boxesOfRings(outline);
  const plannedOf = mesh.faces.map(({ sample }) => insideRings(sample, box(sample)));
  const city: CityMesh = { ...mesh, wardOf, townOf, plannedOf, neighbours: sharedEdges(mesh) };
  joinGaps(city, townOf, (face) => outlined.has(wardOf[face] ?? '') && outlineOf[face] === null);
  // An islet that no outline knows and nothing touches.
  townOf.forEach((town, face) => (townOf[face] = town ?? cellOf(face)));
  joinStrayParts(city, townOf, new Map(sites.map((site) => [site.id, site])), outlineOf);
  planWholeTowns(city, plannedOf, extent);
  tidyExtent(city, plannedOf, extent);
  return { ...city, needless: needlessPoints(city) };
}

/** Of rings by the even-odd rule those that may hold a point: the others hold none or lie all on one side. */
function boxesOfRings(rings: Rings): (point: GridPoint) => Rings {
  const boxes = rings.map((ring) => boxOf([ring]));
  return (point) => rings.filter((_, at) => inBox(point, boxes[at]!, 1));
}

/** Wards in which every town with a site has an outline. */
function outlinedWards(sites: readonly Site[], outlines: readonly Outline[]): ReadonlySet<string> {
  const drawn = new Set(
    outlines.flatMap(({ id, sites: shared = [] }) => [id, ...shared.map((site) => site.id)]),
  );
  const wards = new Set(outlines.map(({ ward }) => ward));
  for (const { id, ward } of sites) if (!drawn.has(id)) wards.delete(ward);
  return wards;
}
