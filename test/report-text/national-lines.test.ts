import { describe, expect, it } from 'vitest';
import { nationalRasters } from '../../src/catalog/national.js';
import { locales } from '../../src/i18n/locale.js';
import { translate } from '../../src/i18n/translate.js';
import type { NationalAnswers } from '../../src/report/national-answers.js';
import { nationalLines } from '../../src/report-text/national-lines.js';
import { reportAsPlainText } from '../../src/report-text/plain-text.js';
import { reportText } from '../../src/report-text/report-text.js';
import { sampleReport } from './sample-report.js';

const [inland, river] = nationalRasters as [(typeof nationalRasters)[0], (typeof nationalRasters)[0]];
const answers: NationalAnswers = {
  position: [130.4, 33.59],
  askedOn: '2026-11-22',
  hazards: [
    {
      raster: inland,
      reading: {
        id: inland.id,
        hazard: inland.hazard,
        kind: 'depth',
        range: { minMeters: 0.5, maxMeters: 3 },
        deeper: null,
        seenMeters: 0,
      },
    },
    {
      raster: river,
      reading: { id: river.id, hazard: river.hazard, kind: 'unreachable', reason: 'HTTP 500' },
    },
  ],
  elevation: { kind: 'height', meters: 3.2, gridMeters: 5 },
};

describe('what national services said, as copied text', () => {
  it.each(locales)('carries depth, what failed, height, source and day in %s', (locale) => {
    const translation = translate(locale);
    const lines = nationalLines(answers, translation).join('\n');
    expect(lines).toContain(translation.t.online.national.depth({ min: '0.5', max: '3' }));
    expect(lines).toContain(translation.t.online.national.unreachable);
    expect(lines).toContain('3.2');
    expect(lines).toContain(translation.format.date('2026-11-22'));
    expect(lines).toContain(inland.credit);
  });

  it('stands in the copied report only when it was asked', () => {
    const translation = translate('ja');
    const report = reportText(sampleReport(), translation, (id) => id);
    const { title } = translation.t.online.national;
    expect(reportAsPlainText(report, translation, 'https://example.org/')).not.toContain(title);
    const copied = reportAsPlainText(
      report,
      translation,
      'https://example.org/',
      nationalLines(answers, translation),
    );
    expect(copied.indexOf(title)).toBeLessThan(copied.indexOf(translation.t.report.sections.limits));
    expect(copied.trimEnd().endsWith('https://example.org/')).toBe(true);
  });
});
