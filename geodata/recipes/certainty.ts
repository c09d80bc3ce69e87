import * as turf from '@turf/turf';
import type { Geometry as GeoJsonGeometry } from 'geojson';
import { alongOutline, boundaryOf, nothingBeyond, seam, type Boundary } from '../../src/geometry/boundary.js';
import { clipToBox } from '../../src/geometry/bounding-box.js';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import { ringCrossesItself } from '../../src/geometry/self-crossing.js';
import type { CityModel } from './city-model.js';
import { feature, type Feature, type Geometry } from './feature.js';
import { townId } from './town-id.js';
import { treatmentDistrictLayer } from './treatment-districts.js';

/** Corners of the band are rounded by this many steps a quarter turn. */
const steps = 3;
/** A band is drawn to a metre. */
const digits = 1e5;
/** Lines may be moved by a tenth of the band's half width before it is drawn: degrees (of latitude) a metre. */
const toleranceShare = 1 / 10 / 111_000;
type Band = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>;

/**
 * Where the treatment district cannot be decided: within its accuracy of an edge that decides, a ward at a time.
 * The same edges as the report's: coast and city limit decide nothing.
 */
export function certaintyLayer(city: CityModel): Feature<'certainty'>[] {
  const published = city.published('treatment-districts') as readonly Feature<'treatmentDistrict'>[] | null;
  const districts = published ?? treatmentDistrictLayer(city);
  const shapes = districts.map(({ geometry }) => geometry as GeoJsonGeometry | null);
  const { wards } = city.geometry;
  const land = new PolygonIndex(wards.map(({ geometry }) => geometry as unknown as GeoJsonGeometry));
  const boundary = boundaryOf(shapes, {
    areas: new PolygonIndex(shapes),
    isOutline: () => false,
    isLand: (position) => land.containing(position).length > 0,
  });
  const { accuracyMeters, outerAccuracyMeters, ...cited } = districts[0]!.properties;
  const meters = accuracyMeters!;
  const outerMeters = outerAccuracyMeters ?? meters;
  const band = joined([
    bandAround(
      decidingLines(boundary, (far) => far >= 0),
      meters,
    ),
    bandAround(
      decidingLines(boundary, (far) => far === nothingBeyond),
      outerMeters,
    ),
  ]);
  const bands = wards.map(({ properties, geometry }, at) => {
    const shape = turf.multiPolygon(geometry.coordinates as unknown as number[][][][]);
    const near = bandNear(shape, band);
    const clipped =
      near && turf.intersect(turf.featureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon>([near, shape]));
    return feature(
      'certainty',
      {
        id: `certainty-${at + 1}`,
        name: `判定できない帯（${properties.name}）`,
        nameEn: `Undecided band (${properties.nameEn})`,
        source: cited.source,
        page: cited.page,
        asOf: cited.asOf,
        method: 'constructed',
        accuracyMeters: outerMeters,
        note: `処理区どうしの境から${meters}m以内、下水道の計画区域の縁から${outerMeters}m以内。ここでは判定できません。`,
        doubt: 'line',
      },
      clipped ? tidy(clipped.geometry) : null,
    );
  });
  // A published outline says itself which towns it holds.
  return published ? bands : [...bands, ...doubtfulTowns(city, meters, band)];
}

/**
 * Towns of which it is not certain that they belong to their district, as far as it is drawn and the band does not say
 * more: one feature a doubt.
 * @param accuracyMeters of the borders between districts
 * @param band where nothing is decided at all
 */
function doubtfulTowns(
  { facts, mesh, districtOf, area }: CityModel,
  accuracyMeters: number,
  band: GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>,
): Feature<'certainty'>[] {
  const doubtOf = new Map(
    facts.doubtfulTowns.map(({ ward, town, doubt }) => [townId({ ward, name: town }), doubt]),
  );
  return facts.membershipDoubts.map(({ id, district, alternatives, reason, page }) => {
    const row = facts.treatmentDistricts.find((each) => each.district === district);
    if (row === undefined) throw new Error(`${id}: no treatment district ${district}`);
    const { geometry } = area((face) => {
      const town = mesh.townOf[face] ?? null;
      if (town === null || !mesh.plannedOf[face]) return false;
      return doubtOf.get(town) === id && districtOf.get(town) === district;
    });
    const candidates = [district, ...alternatives].map((name) => (name === 'none' ? '処理区の外' : name));
    const english = [district, ...alternatives].map(
      (name) => facts.treatmentDistricts.find((each) => each.district === name)?.name_en ?? 'no district',
    );
    return feature(
      'certainty',
      {
        id: `certainty-town-${id}`,
        name: `処理区が確かでない町（${candidates.join('か')}）`,
        nameEn: `Towns of uncertain district (${english.join(' or ')})`,
        source: facts.credits.document.source,
        page,
        asOf: row.asOf,
        method: 'constructed',
        accuracyMeters,
        note: reason,
        doubt: 'town',
      },
      geometry && outside(geometry, band),
    );
  });
}

/** The band around an area: the whole of it has ten thousand corners, and each is looked at. */
function bandNear(area: GeoJSON.Feature, band: Band): Band | null {
  const [west, south, east, north] = turf.bbox(area);
  const margin = 0.001;
  // turf's own leaves polygons without a ring where one lies outside, which none of its others take.
  const near = clipToBox(band.geometry, [west - margin, south - margin, east + margin, north + margin]);
  return near && turf.feature(near);
}

/** What of an area lies outside the band. */
function outside(geometry: Geometry, band: Band): Geometry | null {
  const whole = turf.feature(geometry as unknown as GeoJSON.Polygon | GeoJSON.MultiPolygon);
  const near = bandNear(whole, band);
  if (!near) return geometry;
  const rest = turf.difference(turf.featureCollection([whole, near]));
  return rest ? tidy(rest.geometry) : null;
}

function bandAround(lines: GeoJSON.Position[][], meters: number): Band[] {
  if (lines.length === 0) return [];
  // Buffering takes a time that grows with the corners; what is left out is far less than the band is sure of.
  const tolerance = meters * toleranceShare;
  const simple = turf.simplify(turf.multiLineString(lines), { tolerance });
  const band = turf.buffer(simple, meters, { units: 'meters', steps });
  return band ? [turf.simplify(band, { tolerance, highQuality: true })] : [];
}

function joined(bands: readonly Band[][]): Band {
  const [first, ...others] = bands.flat();
  if (!first) throw new Error('treatment districts have no edge that decides');
  return others.length === 0 ? first : turf.union(turf.featureCollection([first, ...others]))!;
}

/** Edges that decide, as lines as long as they run on; an edge between two districts is taken from one of them. */
function decidingLines(
  { ends, owners, beyond }: Boundary,
  wanted: (far: number) => boolean,
): GeoJSON.Position[][] {
  const lines: GeoJSON.Position[][] = [];
  beyond.forEach((far, at) => {
    if (far === alongOutline || far === seam || !wanted(far) || (far >= 0 && far < owners[at]!)) return;
    const [ax, ay, bx, by] = ends.slice(at * 4, at * 4 + 4) as [number, number, number, number];
    const last = lines.at(-1);
    const end = last?.at(-1);
    if (last && end && end[0] === ax && end[1] === ay) last.push([bx, by]);
    else
      lines.push([
        [ax, ay],
        [bx, by],
      ]);
  });
  return lines;
}

/** Six decimals, right-handed, without the crumbs that clipping leaves along a shared line. */
function tidy(geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon): Geometry {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const whole = polygons
    .map((rings) => rings.filter((ring) => turf.area(turf.polygon([ring])) > 2_000).map(roundRing))
    .filter((rings) => rings.length > 0 && rings[0]!.length > 3);
  const rewound = turf.rewind(turf.multiPolygon(whole)) as GeoJSON.Feature<GeoJSON.MultiPolygon>;
  return rewound.geometry as unknown as Geometry;
}

/** On the grid of the other layers; corners that cross the ring by it are left out. */
function roundRing(ring: GeoJSON.Position[]): GeoJSON.Position[] {
  const rounded = ring.map(([x, y]) => [Math.round(x! * digits) / digits, Math.round(y! * digits) / digits]);
  let corners = rounded.filter(
    (point, at) => at === 0 || point[0] !== rounded[at - 1]![0] || point[1] !== rounded[at - 1]![1],
  );
  while (corners.length > 4 && ringCrossesItself(corners)) {
    const crossing = turf.kinks(turf.polygon([corners])).features[0];
    if (!crossing) break;
    const inner = turf.featureCollection(corners.slice(1, -1).map((corner) => turf.point(corner)));
    const { featureIndex } = turf.nearestPoint(crossing.geometry.coordinates, inner).properties;
    corners = corners.filter((_, at) => at !== featureIndex + 1);
  }
  return corners;
}
