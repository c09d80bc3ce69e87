import { decimalNumber } from '../../geometry/decimal-number.js';
import { childrenNamed, childText, type XmlElement } from './xml.js';

interface Written {
  type: 'Point' | 'LineString' | 'Polygon';
  coordinates: unknown;
}

/**
 * The geometry of a KML Placemark as GeoJSON writes one, or null; positions are [longitude, latitude, height?] as they
 * stand there, NaN for what is no number. Parts of one kind become a Multi-geometry, mixed ones a collection.
 */
export function kmlGeometry(placemark: XmlElement): unknown {
  // One geometry is the rule, but some programs write two side by side.
  const parts = placemark.children.flatMap(partsOf);
  const [first] = parts;
  if (!first) return null;
  if (parts.length === 1) return first;
  return parts.every(({ type }) => type === first.type)
    ? { type: `Multi${first.type}`, coordinates: parts.map(({ coordinates }) => coordinates) }
    : { type: 'GeometryCollection', geometries: parts };
}

/** What a geometry element draws; a MultiGeometry gives the parts of all inside it. */
function partsOf(element: XmlElement): Written[] {
  switch (element.name) {
    case 'Point':
      return [{ type: 'Point', coordinates: positionsOf(element)[0] ?? null }];
    case 'LineString':
    case 'LinearRing':
      return [{ type: 'LineString', coordinates: positionsOf(element) }];
    case 'Polygon':
      return [
        {
          type: 'Polygon',
          coordinates: ['outerBoundaryIs', 'innerBoundaryIs']
            .flatMap((name) => childrenNamed(element, name))
            .flatMap((boundary) => childrenNamed(boundary, 'LinearRing'))
            .map(positionsOf),
        },
      ];
    // gx:Track writes spaces between the numbers of a position.
    case 'Track': {
      const track = childrenNamed(element, 'coord').map(({ text }) => text.trim().split(/\s+/).map(Number));
      return [{ type: 'LineString', coordinates: track }];
    }
    case 'MultiGeometry':
    case 'MultiTrack':
      return element.children.flatMap(partsOf);
    default:
      return [];
  }
}

function positionsOf(element: XmlElement): number[][] {
  return (childText(element, 'coordinates') ?? '')
    .split(/\s+/)
    .filter((tuple) => tuple !== '')
    .map((tuple) => tuple.split(',').map((value) => decimalNumber(value.trim())));
}
