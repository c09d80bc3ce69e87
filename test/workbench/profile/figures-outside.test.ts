/** No loop and no drawing grows with a figure of the file: what no sewer can be is not used, and said. */
import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/i18n/format.js';
import { workbenchMessages } from '../../../src/i18n/generated/workbench/index.js';
import { loadMessages } from '../../../src/i18n/load-messages.js';
import { locales } from '../../../src/i18n/locale.js';
import { longProfile } from '../../../src/network/long-profile.js';
import { readManholes, readPipes, type LedgerCell } from '../../../src/network/read-network.js';
import { guessManholeFields, guessPipeFields } from '../../../src/network/sewer-fields.js';
import { sewerLimits, type SewerFigure } from '../../../src/network/sewer-limits.js';
import { buildNetwork } from '../../../src/network/sewer-network.js';
import { pathBetween } from '../../../src/network/shortest-path.js';
import { toPdf } from '../../../src/workbench/drawing/to-pdf.js';
import { remarkText } from '../../../src/workbench/problem-text.js';
import { profileDrawings } from '../../../src/workbench/profile/profile-drawing.js';
import { designCatchment, type DesignInput } from '../../../src/workbench/runoff/design.js';
import { manholeFeatures, pipeFeatures } from '../../network/small-network.js';

const figures: Record<SewerFigure, string> = {
  diameterMillimeters: '管径',
  lengthMeters: '延長',
  depthMeters: '深さ',
};
const absurd: LedgerCell[] = [2e9, 1e308, -1e308, -300, '9'.repeat(300), '2000000000', 1e-300, '-0.5'];
const names = ['管渠番号', '上流人孔番号', '下流人孔番号', '上流管底高', '下流管底高', '管種'];

function profileWith(field: string, value: LedgerCell) {
  const changed = <Item extends { properties: object }>(list: readonly Item[]) =>
    list.map((item) => ({ ...item, properties: { ...item.properties, [field]: value } }));
  const choices = { epsg: 6670, zeroIsMissing: true } as const;
  const network = buildNetwork(
    readPipes(changed(pipeFeatures({ named: true })), guessPipeFields([...names, '管径', '延長']), choices),
    readManholes(changed(manholeFeatures), guessManholeFields(['人孔番号', '地盤高', '深さ']), choices),
    // A distance without end joins no network into one manhole.
    value === 1e308 ? 1e308 : undefined,
  );
  const nodeOf = (name: string) => network.nodes.findIndex(({ manhole }) => manhole?.name === name);
  const route = pathBetween(network, nodeOf('A'), nodeOf('F'))?.pipes;
  return route && longProfile(network, route);
}
const labels = {
  ...{ title: 't', scale: 's', datum: 'DL', unknown: '?', siphon: 'x', notes: [] },
  rows: {
    ...{ pipe: '', ground: '', cover: '', crown: '', invert: '', distance: '', chainage: '', manhole: '' },
  },
};

describe.each(Object.entries(figures) as [SewerFigure, string][])('%s', (figure, field) => {
  it.each(absurd.map((value) => [String(value).slice(0, 12), value] as const))(
    'of %s',
    async (_text, value) => {
      const profile = profileWith(field, value);
      if (!profile) return expect(value).toBe(1e308);
      const remark = profile.remarks.find(({ kind }) => kind === 'outside');
      expect(remark).toMatchObject({ figure, ...sewerLimits[figure] });
      for (const locale of locales) {
        const text = remarkText(await loadMessages(locale, workbenchMessages), remark!, formats(locale));
        expect(text).toMatch(/\d/);
        expect(text).not.toMatch(/undefined|NaN|\{/);
      }
      const [drawing] = profileDrawings(profile, { horizontal: 500, vertical: 100 }, labels, null);
      expect(drawing!.items.length).toBeLessThan(500);
      expect(drawing!.widthMillimeters).toBeLessThan(2_000);
      expect(drawing!.heightMillimeters).toBeLessThan(2_000);
      expect(toPdf([drawing!], 'ja').length).toBeLessThan(1_000_000);
    },
  );

  it('within the limits is used', () => {
    const value = figure === 'diameterMillimeters' ? 10_600 : figure === 'lengthMeters' ? 6_300 : 70;
    expect(profileWith(field, value)?.remarks.some(({ kind }) => kind === 'outside')).toBe(false);
  });
});

describe('the runoff form', () => {
  const input: DesignInput = {
    name: 'x',
    areaHectares: 1,
    surfaces: [{ kind: 'other', sharePercent: 100, coefficient: 0.5 }],
    rain: 'formula',
    inletMinutes: 5,
    travel: { kind: 'minutes', minutes: 5 },
    slopePerMille: 3,
    roughness: 0.013,
    section: { shape: 'circle', diameterMeters: 1 },
    reservePercent: 0,
  };
  const fields = ['areaHectares', 'inletMinutes', 'slopePerMille', 'roughness', 'reservePercent'] as const;
  const values = [NaN, -1, 1e308, -1e308, Infinity, 2e9];
  it.each(fields.flatMap((field) => values.map((value) => [field, value] as const)))(
    '%s of %s is asked for anew',
    (field, value) => expect(designCatchment({ ...input, [field]: value }).ok).toBe(false),
  );
  it.each(values)('sections and ways of %s likewise', (value) => {
    for (const section of [
      { shape: 'circle' as const, diameterMeters: value },
      { shape: 'box' as const, widthMeters: value, heightMeters: 1 },
      { shape: 'box' as const, widthMeters: 1, heightMeters: value },
    ])
      expect(designCatchment({ ...input, section }).ok).toBe(false);
    for (const [meters, velocityMetersPerSecond] of [
      [value, 1],
      [1, value],
    ] as const)
      expect(
        designCatchment({ ...input, travel: { kind: 'length', meters, velocityMetersPerSecond } }).ok,
      ).toBe(false);
  });
  it('and computes with what can be', () => expect(designCatchment(input).ok).toBe(true));
});
