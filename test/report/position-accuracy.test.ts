import { describe, expect, it } from 'vitest';
import { siteReport } from '../../src/report/site-report.js';
import { builtIndex } from './built-data.js';

const reportAt = (position: readonly [number, number], positionMeters?: number) => {
  const result = siteReport(builtIndex, position, positionMeters === undefined ? {} : { positionMeters });
  if (!result.ok) throw new Error(result.problem);
  return result.report;
};
const places: readonly (readonly [number, number])[] = Array.from(
  { length: 400 },
  (_, i) => [130.3 + (i % 20) * 0.008, 33.54 + Math.floor(i / 20) * 0.006] as const,
);

describe('how far off the position itself may be', () => {
  it('is added to the accuracy before near-edge is decided', () => {
    let decided = 0;
    for (const place of places) {
      const [exact, block] = [reportAt(place).treatment, reportAt(place, 100).treatment];
      if (!exact || !block || exact.edgeMeters === null || exact.undecidedBy === 'town') continue;
      expect(block.edgeMeters).toBe(exact.edgeMeters);
      if (block.undecidedBy === 'town') continue;
      expect(block.certainty === 'near-edge', String(place)).toBe(
        (block.edgeMeters ?? 0) <= (block.accuracyMeters ?? 0),
      );
      if (block.certainty === 'near-edge' && exact.certainty !== 'near-edge') decided++;
      if (exact.certainty === 'near-edge') expect(block.certainty).toBe('near-edge');
    }
    // Some places are clear for a point and not for a block.
    expect(decided).toBeGreaterThan(3);
  });

  it('is said, and null for a position as it was given', () => {
    expect(reportAt([130.4017, 33.5902], 115).positionMeters).toBe(115);
    expect(reportAt([130.4017, 33.5902]).positionMeters).toBeNull();
  });

  it('leaves ward and town alone: the address names them', () => {
    const [exact, block] = [reportAt([130.4017, 33.5902]), reportAt([130.4017, 33.5902], 115)];
    expect(block.town).toEqual(exact.town);
    expect(block.ward).toBe(exact.ward);
  });
});
