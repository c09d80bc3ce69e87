/** A name that turns text round, on every way out of the workbench: shown as what it is, or not at all. */
import { describe, expect, it } from 'vitest';
import { formats as formatsOf } from '../../src/i18n/format.js';
import { workbenchMessages } from '../../src/i18n/generated/workbench/index.js';
import { loadMessages } from '../../src/i18n/load-messages.js';
import { locales } from '../../src/i18n/locale.js';
import { parseHash } from '../../src/state/url-state.js';
import { toDxf } from '../../src/workbench/drawing/to-dxf.js';
import { toSvg } from '../../src/workbench/drawing/to-svg.js';
import { toDxfLayers } from '../../src/workbench/export/to-dxf-layers.js';
import { safeFileName } from '../../src/workbench/export/export-data.js';
import { defaultStyle, paintedFeatures } from '../../src/workbench/overlay/overlay-style.js';
import { noteText, problemText, remarkText } from '../../src/workbench/problem-text.js';
import type { OverlayProblem } from '../../src/workbench/overlay/overlay.js';

const evil = 'evil\u202egnp.exe';
const hides = /[\u202a-\u202e\u2066\u2067\u200b-\u200d\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])/;
const decoded = (bytes: Uint8Array) => new TextDecoder('shift_jis').decode(bytes);
const drawing = {
  ...{ title: evil, widthMillimeters: 100, heightMillimeters: 100 },
  items: [
    {
      ...{ kind: 'text' as const, layer: 'TEXT', at: [0, 0] as const, text: evil },
      ...{ heightMillimeters: 3, anchor: 'start' as const, colour: '#000000' },
    },
  ],
};
const point = { type: 'Point' as const, coordinates: [130.4, 33.6] };

describe('a name that turns round', () => {
  it.each([
    ['SVG', () => toSvg(drawing)],
    ['DXF of a drawing', () => decoded(toDxf([drawing], evil))],
    [
      'DXF of layers',
      () =>
        decoded(
          toDxfLayers(
            [{ name: evil, credit: evil, features: [{ geometry: point, properties: { name: evil } }] }],
            'degrees',
            6670,
          ),
        ),
    ],
    ['the map’s labels', () => JSON.stringify(labelled())],
    ['the name of a download', () => safeFileName(evil)],
    [
      'an address',
      () =>
        parseHash(`#/?${encodeURIComponent(evil)}=${evil}`, [])
          .dropped.map(({ value, key }) => value + key)
          .join(),
    ],
  ])('in %s', (_what, shown) => {
    expect(shown()).not.toMatch(hides);
    expect(shown()).toMatch(/U[+_ ]?202E/i);
  });

  it.each(locales)('in problems, notes and remarks in %s', async (locale) => {
    const t = await loadMessages(locale, workbenchMessages);
    const problems: OverlayProblem[] = [
      { reason: 'unknown-format', extension: evil },
      { reason: 'zip-nothing-readable', entries: evil },
      { reason: 'zip-bomb', entry: evil },
      { reason: 'unreadable', detail: evil },
      { reason: 'no-position-columns', columns: evil },
      { reason: 'crs-unknown', detail: evil },
    ];
    for (const problem of problems) {
      expect(problemText(t, problem)).not.toMatch(hides);
      if (problemText(t, problem).includes('evil')) expect(problemText(t, problem)).toContain('⟨U+202E⟩');
    }
    expect(problems.some((problem) => problemText(t, problem).includes('evil'))).toBe(true);
    expect(noteText(t, { reason: 'unsupported-shapes', count: 1, names: evil })).toContain('⟨U+202E⟩');
    expect(remarkText(t, { kind: 'no-ground', place: evil }, formatsOf(locale))).toContain('⟨U+202E⟩');
  });

  function labelled() {
    const feature = { type: 'Feature' as const, id: 0, geometry: point, properties: { name: evil } };
    const layer = { features: [feature], fields: [{ name: 'name', kind: 'text' as const }] };
    return paintedFeatures(layer, { ...defaultStyle(0), label: 'name' });
  }
});

describe('the name of a download', () => {
  it.each([
    ['a/b\\c:d*?"<>|\n', 'a_b_c_d_'],
    ['...', 'mizumichi'],
    ['  .a. ', 'a'],
    [`${' '.repeat(80_000)}a`, 'mizumichi'],
    [`a${' '.repeat(80_000)}b`, 'a'],
    ['葛\u{e0100}飾', '葛\u{e0100}飾'],
    ['تصريف', 'تصريف'],
    ['\ud83d', '(U+D83D)'],
  ])('of %j', (name, expected) => expect(safeFileName(name)).toBe(expected));

  it('ends between characters, not inside one', () => {
    expect(safeFileName('🌧'.repeat(300))).toBe('🌧'.repeat(100));
  });
});
