import type { NationalRaster } from '../catalog/national.js';
import type { DepthRange } from '../report/depth-palette.js';
import type { HazardReading, Surroundings } from '../report/hazard-reading.js';
import type { Translation } from '../i18n/translation.js';
import { directionWord } from './nearest.js';

/** One hazard map at a point, in words. */
export interface HazardText {
  id: string;
  title: string;
  /** What was assumed; another kind of number than a design level. */
  scenario: string;
  /** 0.5〜3 m 未満, or which of the four whites it is. */
  value: string;
  kind: HazardReading['kind'] | 'working';
  /** What the depth does to a house; what the white means and does not mean. */
  notes: string[];
}

/** 0.5〜3 m 未満 */
export function depthText({ minMeters, maxMeters }: DepthRange, { t, format }: Translation): string {
  const min = format.number(minMeters);
  if (maxMeters === null) return t.online.national.depthFrom({ min });
  const max = format.number(maxMeters);
  return minMeters === 0 ? t.online.national.depthBelow({ max }) : t.online.national.depth({ min, max });
}

/**
 * What a depth does to a house. No class of the palette reaches across one of the three heights.
 * @source 水害ハザードマップ作成の手引き: 0.5 m ground floor, 3 m under the upper floor, 5 m eaves of the upper floor
 */
export function depthMeaning({ minMeters }: DepthRange, { t }: Translation): string {
  const { meaning } = t.online.national;
  if (minMeters < 0.5) return meaning.belowFloor;
  if (minMeters < 3) return meaning.groundFloor;
  return minMeters < 5 ? meaning.upperFloor : meaning.aboveUpper;
}

/** Circles smaller than this say nothing worth reading. */
const smallestCircleMeters = 10;

/** The nearest deeper colour, and how much of the surroundings was looked at. */
function surroundingsSentences(
  { deeper, seenMeters }: Surroundings,
  coloured: boolean,
  translation: Translation,
): string[] {
  const { t, format } = translation;
  const { national } = t.online;
  if (deeper === null) {
    if (seenMeters < smallestCircleMeters) return [];
    const none = coloured ? national.noDeeper : national.noColour;
    return [none({ distance: format.distance(seenMeters) })];
  }
  const words = {
    direction: directionWord(deeper.bearingDegrees, translation),
    distance: format.distance(deeper.meters),
    depth: depthText(deeper.range, translation),
  };
  const surelyNearest = deeper.meters <= seenMeters;
  if (coloured) return [surelyNearest ? national.deeper(words) : national.deeperSeen(words)];
  return [surelyNearest ? national.coloured(words) : national.colouredSeen(words)];
}

/** @param reading null while the service has not answered */
export function hazardText(
  raster: NationalRaster,
  reading: HazardReading | null,
  translation: Translation,
): HazardText {
  const { t, text } = translation;
  const words = t.online.national;
  const say = (kind: HazardText['kind'], value: string, notes: string[]): HazardText => ({
    id: raster.id,
    title: text(raster.title),
    scenario: words.scenario({ scenario: text(raster.scenario) }),
    value,
    kind,
    notes,
  });
  switch (reading?.kind) {
    case undefined:
      return say('working', words.workingOne, []);
    case 'depth':
      return say('depth', depthText(reading.range, translation), [
        depthMeaning(reading.range, translation),
        ...surroundingsSentences(reading, true, translation),
      ]);
    case 'not-coloured':
      return say('not-coloured', words.notColoured, [
        words.notColouredNote,
        ...surroundingsSentences(reading, false, translation),
      ]);
    case 'no-data':
      return say('no-data', words.noData, [words.noDataNote]);
    case 'unreachable':
      return say('unreachable', words.unreachable, [words.unreachableNote]);
    case 'unknown-colour':
      return say('unknown-colour', words.unknownColour, [
        words.unknownColourNote({ colour: reading.colour }),
      ]);
  }
}
