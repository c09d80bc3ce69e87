import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { city } from '../../src/catalog/city.js';
import { locales } from '../../src/i18n/locale.js';
import { translate } from '../../src/i18n/translate.js';
import type { Position } from '../../src/report/site-report-types.js';
import { reportAsPlainText } from '../../src/report-text/plain-text.js';
import { reportText } from '../../src/report-text/report-text.js';
import { besideEdge, disagreement, edgesOf, flip, type AreaLayer } from './agreement.js';
import { reportAt } from './built-data.js';

/** `REPORT_POINTS=100000 npx vitest run test/report/agreement.test.ts` is the nightly run; it takes every edge too. */
const points = Number(process.env['REPORT_POINTS'] ?? 1_500);
const nightly = points >= 100_000;
const patience = nightly ? 3_600_000 : 60_000;

const [west, south, east, north] = city.bbox;
const anywhere: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: west, max: east, noNaN: true }),
  fc.double({ min: south, max: north, noNaN: true }),
);
const bearing = fc.double({ min: -180, max: 180, noNaN: true });

describe('the report agrees with turf', () => {
  it(`at ${points} random points, and a metre away`, { timeout: patience }, () => {
    fc.assert(
      fc.property(anywhere, bearing, (position, direction) => {
        expect(disagreement(position)).toBeNull();
        expect(flip(position, direction)).toBeNull();
      }),
      { numRuns: points },
    );
  });

  it.each<AreaLayer>(['districts', 'wards', 'plans', 'priority'])(
    'on the edges of %s and within a metre of them',
    { timeout: patience },
    (layer) => {
      const edges = edgesOf(layer);
      expect(edges.length).toBeGreaterThan(10);
      const step = nightly ? 1 : Math.ceil(edges.length / 250);
      const wrong: string[] = [];
      edges.forEach((edge, number) => {
        if (number % step !== 0) return;
        // A place on the edge that is not always its middle, and a distance up to a metre.
        const share = (number * 0.618) % 1;
        for (const position of besideEdge(edge, share, (number * 0.377) % 1)) {
          const found = disagreement(position) ?? flip(position, (number * 137) % 360);
          if (found !== null) wrong.push(`${position.join(', ')}: ${found}`);
        }
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('every language says the same', () => {
  /** Figures with a decimal point or a unit behind them; dates and page numbers are written differently. */
  const figures = (text: string) =>
    [...text.replaceAll(',', '').matchAll(/\d+\.\d+|\d+(?=\s?(?:mm|m\b|km|%|ha|毫米|米|公里|公顷))/g)]
      .map(([figure]) => figure)
      .sort();

  it('figures', { timeout: patience }, () => {
    const said = (position: Position) =>
      locales.map((locale) => {
        const translation = translate(locale);
        const whole = reportText(reportAt(...position), translation, (layer) => layer);
        // The programmes say 4割 in Japanese where other languages say 40 %.
        const words = { ...whole, sections: whole.sections.filter(({ id }) => id !== 'programmes') };
        return {
          locale,
          words,
          figures: figures(reportAsPlainText({ ...words, limits: [] }, translation, '')),
        };
      });
    fc.assert(
      fc.property(anywhere, (position) => {
        const [first, ...others] = said(position);
        for (const other of others) {
          expect(other.words.headline?.rain.numbers.map(({ value }) => value)).toEqual(
            first?.words.headline?.rain.numbers.map(({ value }) => value),
          );
          expect(other.words.sections.map(({ id }) => id)).toEqual(first?.words.sections.map(({ id }) => id));
          expect(other.figures, other.locale).toEqual(first?.figures);
        }
      }),
      { numRuns: nightly ? 5_000 : 120 },
    );
  });
});
