import type { WorkbenchMessages } from '../i18n/messages.js';
import { crsByEpsg } from '../formats/crs/crs.js';

const romans = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
];

/** 2 → II */
export function zoneName(zone: number): string {
  return romans[zone - 1] ?? String(zone);
}

/** Zone number of any plane code of the three datums; null for others. */
export function zoneOf(epsg: number): number | null {
  for (const first of [6669, 2443, 30161]) if (epsg >= first && epsg < first + 19) return epsg - first + 1;
  return null;
}

/** 「平面直角座標系 第II系 世界測地系 JGD2011（EPSG:6670）」 */
export function crsName(t: WorkbenchMessages, epsg: number): string {
  const crs = crsByEpsg(epsg);
  if (!crs) return `EPSG:${epsg}`;
  const zone = zoneOf(epsg);
  const family =
    zone === null
      ? crs.family === 'mercator'
        ? t.crs.mercator
        : t.crs.degrees
      : t.crs.plane({ zone: zoneName(zone) });
  return `${family} ${t.crs.datums[crs.datum]} (EPSG:${epsg})`;
}
