import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { MapOverlay } from '../../state/map-host.js';
import type { FiscalYear } from '../../network/fiscal-year.js';
import { facilityInYear, statusInYear, type YearStatus } from '../../network/status-in-year.js';
import type { TrunkSewer } from './trunk-layer.js';

/** One colour a status; the word stands beside it in the table, and dashes mark what is schematic. */
export const statusColours: Readonly<Record<YearStatus, string>> = {
  'in-service': '#0b4f8a',
  'under-way': '#b8451f',
  planned: '#7a4bc2',
  due: '#a98bd6',
  before: '#d6d6d6',
  unknown: '#767676',
};

/** A sewer with the alignment it is drawn by. */
export interface DrawnSewer {
  sewer: TrunkSewer;
  geometry: Geometry | null;
  imported: boolean;
}

/** The sewers of a year: imported alignments solid, schematic ones dashed; those without a place are in the table only. */
export function trunkOverlays(id: string, sewers: readonly DrawnSewer[], year: FiscalYear): MapOverlay[] {
  const make = (imported: boolean): MapOverlay => ({
    id: `${id}-${imported ? 'imported' : 'schematic'}`,
    data: collection(
      sewers.flatMap(({ sewer, geometry, imported: own }, row): Feature[] =>
        geometry !== null && own === imported
          ? [
              painted(
                geometry,
                row,
                statusColours[statusInYear(sewer.properties, year).status],
                sewer.properties.name,
              ),
            ]
          : [],
      ),
    ),
    opacity: 1,
    fillOpacity: 0,
    lineWidthPixels: 4,
    pointRadiusPixels: 4,
    dashed: !imported,
    labels: true,
  });
  return [make(false), make(true)].filter(({ data }) => data.features.length > 0);
}

/** A point that serves from a known month on. */
export interface Facility {
  name: string;
  started: string | null;
  geometry: Geometry | null;
}

/** Facilities that serve in a year, as points. */
export function facilityOverlay(
  id: string,
  facilities: readonly Facility[],
  year: FiscalYear,
  colour: string,
): MapOverlay {
  const serving = facilities.filter(({ started }) => facilityInYear(started, year) === 'in-service');
  return {
    id,
    data: collection(
      serving.flatMap(({ geometry, name }, row): Feature[] =>
        geometry ? [painted(geometry, row, colour, name)] : [],
      ),
    ),
    opacity: 1,
    fillOpacity: 0.5,
    lineWidthPixels: 1,
    pointRadiusPixels: 4,
    dashed: false,
    labels: false,
  };
}

/** Areas of the plans of a year. */
export function planOverlay(id: string, areas: readonly { name: string; geometry: Geometry }[]): MapOverlay {
  return {
    id,
    data: collection(areas.map(({ name, geometry }, row) => painted(geometry, row, '#c2410c', name))),
    opacity: 1,
    fillOpacity: 0.12,
    lineWidthPixels: 1.5,
    pointRadiusPixels: 3,
    dashed: true,
    labels: true,
  };
}

function painted(geometry: Geometry, row: number, colour: string, label: string): Feature {
  return { type: 'Feature', id: row, geometry, properties: { row, colour, label } };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
