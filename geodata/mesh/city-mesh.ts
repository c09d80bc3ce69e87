import { sharedEdges, type CityMesh } from './city-faces.js';
import { distanceMeters, insideRings } from './grid.js';
import { ringSegments, sitesOfPieces, type LandPiece, type Outline, type Site } from './land.js';
import type { Segment } from './node-segments.js';
import { buildMesh, type PlanarMesh } from './planar-mesh.js';
import { plannedExtent } from './planned-extent.js';
import { planWholeCells, tidyExtent, type Extent } from './planned-faces.js';
import { joinStrayParts } from './stray-parts.js';
import { cellEdges } from './voronoi.js';

/** Town whose published outline a face lies in; an outline does not reach over the ward's own line. */
function outlinesOfFaces(
  { faces }: PlanarMesh,
  wardOf: readonly (string | null)[],
  outlines: readonly Outline[],
): (string | null)[] {
  return faces.map(({ sample }, face) => {
    const ward = wardOf[face] ?? null;
    if (ward === null) return null;
    return (
      outlines.find((outline) => outline.ward === ward && insideRings(sample, outline.rings))?.id ?? null
    );
  });
}

/** Land, town cells and planned extent, cut into one set of faces. */
export function buildCityMesh(
  pieces: readonly LandPiece[],
  sites: readonly Site[],
  extent: Extent,
  outlines: readonly Outline[] = [],
): CityMesh {
  const shares = sitesOfPieces(pieces, sites);
  const outline = plannedExtent(extent.seeds, extent.rule.closingMeters);
  const lines: Segment[] = [...ringSegments(outline)];
  pieces.forEach(({ rings }, at) => {
    lines.push(...ringSegments(rings));
    const points = shares[at]!.map((site) => site.point);
    lines.push(...cellEdges(points, rings));
  });
  for (const { rings } of outlines) lines.push(...ringSegments(rings));
  const mesh = buildMesh(lines);
  const pieceOf = mesh.faces.map(({ sample }) => pieces.findIndex(({ rings }) => insideRings(sample, rings)));
  const wardOf = pieceOf.map((piece) => (piece === -1 ? null : pieces[piece]!.ward));
  const outlineOf = outlinesOfFaces(mesh, wardOf, outlines);
  const townOf = mesh.faces.map(({ sample }, face) => {
    if (pieceOf[face] === -1) return null;
    const published = outlineOf[face] ?? null;
    if (published !== null) return published;
    return shares[pieceOf[face]!]!.reduce((a, b) =>
      distanceMeters(b.point, sample) < distanceMeters(a.point, sample) ? b : a,
    ).id;
  });
  const plannedOf = mesh.faces.map(({ sample }) => insideRings(sample, outline));
  const city: CityMesh = { ...mesh, wardOf, townOf, plannedOf, neighbours: sharedEdges(mesh) };
  joinStrayParts(city, townOf, new Map(sites.map((site) => [site.id, site])), outlineOf);
  planWholeCells(city, plannedOf, extent);
  tidyExtent(
    city,
    plannedOf,
    (face) => townOf[face] !== null && extent.sewered.has(townOf[face]!),
    extent.rule,
  );
  return city;
}
