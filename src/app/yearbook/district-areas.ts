import type { TableRow } from '../../service/service.js';

export interface DistrictArea {
  name: string;
  nameEn: string;
  plannedHectares: number;
  drawnHectares: number;
}

/** Planned area of the yearbook beside the area drawn, a row a district; rows without either are left out. */
export function districtAreas(rows: readonly TableRow[]): DistrictArea[] {
  return rows.flatMap(({ properties }) => {
    const { name, nameEn, plannedAreaHectares: planned, drawnAreaHectares: drawn } = properties;
    return typeof planned === 'number' && typeof drawn === 'number'
      ? [{ name: String(name), nameEn: String(nameEn), plannedHectares: planned, drawnHectares: drawn }]
      : [];
  });
}

export function sumOf(
  areas: readonly DistrictArea[],
): Pick<DistrictArea, 'plannedHectares' | 'drawnHectares'> {
  return {
    plannedHectares: areas.reduce((sum, { plannedHectares }) => sum + plannedHectares, 0),
    drawnHectares: areas.reduce((sum, { drawnHectares }) => sum + drawnHectares, 0),
  };
}

/** By how much the drawn area is larger, in per cent of the planned one. */
export const differencePercent = ({
  plannedHectares,
  drawnHectares,
}: Pick<DistrictArea, 'plannedHectares' | 'drawnHectares'>): number =>
  (drawnHectares / plannedHectares - 1) * 100;
