import { describe, expect, it } from 'vitest';
import type { MizumichiAnswer, MizumichiReport } from '../../src/embed/element/public.js';
import type { SiteReport, SiteReportResult } from '../../src/report/site-report-types.js';

describe('the element’s module', () => {
  it('can be imported where there is no page (server-side rendering)', async () => {
    expect(globalThis).not.toHaveProperty('HTMLElement');
    await expect(import('../../src/embed/element/mizumichi-map.js')).resolves.toBeTypeOf('object');
    expect(globalThis).not.toHaveProperty('customElements');
  });

  it('promises no more than the report gives', () => {
    // Checked by the compiler: what the report is must do for what the types tell other people.
    const report = (given: SiteReport): MizumichiReport => given;
    const answer = (given: SiteReportResult): MizumichiAnswer => given;
    expect([report, answer]).toHaveLength(2);
  });
});
