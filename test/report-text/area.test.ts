import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/locale.js';
import { translate } from '../../src/i18n/translate.js';
import type { AreaReport } from '../../src/report/area-report.js';
import { areaSentences } from '../../src/report-text/area.js';

describe('the answer for an area', () => {
  const area = (shares: [string | null, number][], wholly: boolean, doubts: (string | null)[] = []) =>
    ({
      kind: 'town',
      name: '大橋一丁目',
      nameEn: 'Ohashi 1',
      treatment: {
        wholly,
        membership: {
          certainty: doubts.length > 0 ? 'doubtful' : 'certain',
          alternatives: doubts,
          reason: doubts.length > 0 ? '表に名がありません。' : null,
          reasonEn: 'The table does not name it.',
          source: null,
        },
        shares: shares.map(([name, share]) => ({ id: name, name, nameEn: name, share, areaHectares: 1 })),
      },
    }) as unknown as AreaReport;
  const say = (report: AreaReport) => areaSentences(report, translate('ja'))[0];

  it('says which district is probable where the town’s is not certain, which others it may be, and why', () => {
    expect(areaSentences(area([['東部', 1]], true, ['南部', null]), translate('ja'))).toEqual([
      'おそらく東部処理区です。南部処理区、処理区の外かもしれません。表に名がありません。',
      '候補: 東部処理区、南部処理区、処理区の外',
    ]);
  });

  it('says whether all of it lies in one district, several share it, or none has it', () => {
    expect(say(area([['南部', 1]], true))).toBe('大橋一丁目は全体が南部処理区です。');
    expect(
      say(
        area(
          [
            ['中部', 0.6],
            ['南部', 0.4],
          ],
          false,
        ),
      ),
    ).toContain('中部処理区、南部処理区に分かれています');
    expect(
      say(
        area(
          [
            ['中部', 0.6],
            [null, 0.4],
          ],
          false,
        ),
      ),
    ).toContain('処理区の外');
    expect(say(area([[null, 1]], true))).toBe('大橋一丁目はどの処理区にも入りません。');
    const unknown = { ...area([], true), treatment: null };
    expect(say(unknown)).toContain('分かりません');
    // Said in every language, and that the rest holds for one point.
    for (const locale of locales) {
      const sentences = areaSentences(unknown, translate(locale));
      expect(sentences).toHaveLength(2);
      for (const sentence of sentences) expect(sentence.length).toBeGreaterThan(8);
    }
  });
});
