import { describe, expect, it } from 'vitest';
import { depthClasses, nationalRasters, sixClassMeaning } from '../../src/catalog/national.js';
import { locales } from '../../src/i18n/locale.js';
import { translate } from '../../src/i18n/translate.js';
import type { HazardReading } from '../../src/report/hazard-reading.js';
import { depthMeaning, depthText, hazardText } from '../../src/report-text/hazards.js';

const ja = translate('ja');
const raster = nationalRasters[0]!;
const own = { id: raster.id, hazard: raster.hazard };
const range = { minMeters: 0.5, maxMeters: 3 };
const deeper = { range: { minMeters: 3, maxMeters: 5 }, meters: 42, bearingDegrees: 350 };

const whites: Record<string, HazardReading> = {
  'no-data': { ...own, kind: 'no-data' },
  'not-coloured': { ...own, kind: 'not-coloured', deeper: null, seenMeters: 100 },
  unreachable: { ...own, kind: 'unreachable', reason: 'HTTP 500' },
  'unknown-colour': { ...own, kind: 'unknown-colour', colour: '#123456' },
};

describe('depth in words', () => {
  it('says each class of the palette', () => {
    expect(depthText({ minMeters: 0, maxMeters: 0.5 }, ja)).toBe('0.5 m 未満');
    expect(depthText(range, ja)).toBe('0.5〜3 m 未満');
    expect(depthText({ minMeters: 20, maxMeters: null }, ja)).toBe('20 m 以上');
  });

  it('means one storey only: no class reaches across a floor', () => {
    for (const { minMeters, maxMeters } of [...depthClasses, ...sixClassMeaning])
      for (const height of [0.5, 3, 5])
        expect(minMeters < height && (maxMeters === null || maxMeters > height)).toBe(false);
    const { meaning } = ja.t.online.national;
    const said = [0, 0.5, 3, 5].map((minMeters) => depthMeaning({ minMeters, maxMeters: null }, ja));
    expect(said).toEqual([meaning.belowFloor, meaning.groundFloor, meaning.upperFloor, meaning.aboveUpper]);
  });
});

describe.each(locales)('a hazard map in %s', (locale) => {
  const translation = translate(locale);

  it('never says a depth for any of the four whites, and says four different things', () => {
    const texts = Object.values(whites).map((reading) => hazardText(raster, reading, translation));
    expect(texts.map(({ kind }) => kind)).toEqual(Object.keys(whites));
    expect(new Set(texts.map(({ value }) => value)).size).toBe(4);
    const depths = depthClasses.map((depth) => depthText(depth, translation));
    for (const { value } of texts) expect(depths).not.toContain(value);
  });

  it('names the scenario beside every answer', () => {
    for (const reading of [null, ...Object.values(whites)])
      expect(hazardText(raster, reading, translation).scenario).toContain(translation.text(raster.scenario));
  });
});

describe('the nearest deeper place', () => {
  const notes = (reading: HazardReading) => hazardText(raster, reading, ja).notes.join('\n');

  it('has a distance and a direction', () => {
    expect(notes({ ...own, kind: 'depth', range, deeper, seenMeters: 100 })).toContain(
      '北へ約42 mの所に、もっと深い「3〜5 m 未満」',
    );
  });

  it('is called the nearest only when nothing nearer was overlooked', () => {
    const inside = notes({ ...own, kind: 'depth', range, deeper, seenMeters: 42 });
    const beyond = notes({ ...own, kind: 'depth', range, deeper, seenMeters: 41 });
    expect(inside).not.toContain('読んだ画像の中では');
    expect(beyond).toContain('読んだ画像の中では');
  });

  it('is any colour where nothing is coloured', () => {
    const blank = notes({ ...own, kind: 'not-coloured', deeper, seenMeters: 100 });
    expect(blank).toContain('北へ約42 mの所に、「3〜5 m 未満」の色');
    expect(blank).not.toContain('もっと深い');
  });

  it('is denied only as far as one has looked', () => {
    const none = (seenMeters: number) => notes({ ...own, kind: 'depth', range, deeper: null, seenMeters });
    expect(none(60)).toContain('まわり約60 mの中に');
    expect(none(3)).not.toContain('まわり');
  });
});
