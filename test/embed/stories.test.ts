import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factTable } from './fact-table.js';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { stories, storyIds, storyLanguages } from '../../src/catalog/stories.js';
import { parseStory, plainText, type Block, type Story } from '../../src/embed/story/parse-story.js';
import { sceneAt, sceneForKey } from '../../src/embed/story/scene-reader.js';
import { parseHash } from '../../src/state/url-state.js';

const folder = join(import.meta.dirname, '../../src/catalog/stories');
const layerIds = catalogue.filter(({ base }) => !base).map(({ id }) => id);

function read(id: string, language: string): Story {
  const parsed = parseStory(readFileSync(join(folder, `${id}.${language}.md`), 'utf8'));
  if (!parsed.ok) throw new Error(`${id}.${language}: ${parsed.reason}`);
  return parsed.story;
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? plainText(block.words)
        : block.items.map((item) => plainText(item)).join('\n'),
    )
    .join('\n');
}

/** Page numbers a scene names: `年報 22ページ、23ページ`, `年報 2〜3ページ`, `yearbook pp. 38, 84`. */
function pagesOf(text: string): number[] {
  const japanese = [...text.matchAll(/(\d+)(?:〜(\d+))?ページ/g)].flatMap(([, from, to]) => [from, to]);
  const english = [...text.matchAll(/yearbook pp?\. ([\d, –]+)/g)].flatMap(
    ([, list]) => list?.split(/\D+/) ?? [],
  );
  return [...japanese, ...english].filter((page) => page !== undefined && page !== '').map(Number);
}

describe('the stories', () => {
  it('are listed once each', () => {
    expect(stories.map(({ id }) => id)).toEqual([...storyIds]);
  });

  for (const id of storyIds) {
    it(`${id}: both languages tell the same scenes on the same maps`, () => {
      const [ja, en] = storyLanguages.map((language) => read(id, language));
      expect(ja?.steps.map(({ mapHash }) => mapHash)).toEqual(en?.steps.map(({ mapHash }) => mapHash));
      expect(ja?.steps.length).toBeGreaterThan(5);
    });

    for (const language of storyLanguages) {
      it(`${id} (${language}): every scene has a readable map state inside the city`, () => {
        const [west, south, east, north] = city.bbox;
        for (const { title, mapHash } of read(id, language).steps) {
          const { state, dropped } = parseHash(mapHash ?? '', layerIds);
          expect(dropped, title).toEqual([]);
          expect(state.layers?.length, title).toBeGreaterThan(0);
          const [longitude, latitude] = state.view?.centre ?? [0, 0];
          expect(longitude > west && longitude < east && latitude > south && latitude < north, title).toBe(
            true,
          );
        }
      });

      it(`${id} (${language}): every scene with a figure names the page it stands on`, () => {
        for (const { title, blocks } of read(id, language).steps) {
          const pages = pagesOf(textOf(blocks));
          expect(pages.length, title).toBeGreaterThan(0);
          for (const page of pages) expect(page >= 1 && page <= 120, `${title}: p. ${page}`).toBe(true);
        }
      });
    }
  }

  it('both languages of a scene name the same pages', () => {
    for (const id of storyIds) {
      const [ja, en] = storyLanguages.map((language) =>
        read(id, language).steps.map(({ blocks }) =>
          [...new Set(pagesOf(textOf(blocks)))].sort((a, b) => a - b),
        ),
      );
      expect(en).toEqual(ja);
    }
  });

  it('say nothing the tables do not', () => {
    const floods = factTable('floods');
    const plans = factTable('rainbow-plan');
    const ponds = factTable('ponds');
    const sewers = factTable('water-level-sewers');
    const centres = factTable('treatment-centres');
    const operation = factTable('operation-fy2024').filter((row) => row['measure_en'] === 'treated water');
    const separation = factTable('combined-sewer-improvement');
    const reclaimed = factTable('reclaimed-water-supply');
    const number = (row: Record<string, string> | undefined, column: string) => Number(row?.[column]);
    const text = storyIds.flatMap((id) =>
      storyLanguages.map((language) => {
        const story = read(id, language);
        return story.steps.map(({ blocks }) => textOf(blocks)).join('\n');
      }),
    );
    const [floodJa = '', floodEn = '', waterJa = '', waterEn = ''] = text;
    const both = (value: string, stories: readonly string[]) => {
      for (const story of stories) expect(story, value).toContain(value);
    };
    const floodOf = (date: string) => floods.find((row) => row['from'] === date);
    for (const date of ['1999-06-29', '2003-07-19', '2009-07-24']) {
      both(String(number(floodOf(date), 'rainfall_mm_per_hour')), [floodJa, floodEn]);
      both(number(floodOf(date), 'houses_more_than').toLocaleString('en'), [floodJa, floodEn]);
    }
    both('136', [floodJa, floodEn]);
    expect(number(floodOf('1999-06-29'), 'rainfall_mm_total')).toBe(136);
    both('517', [floodJa, floodEn]);
    expect(number(floodOf('2009-07-24'), 'rainfall_mm_total')).toBe(517);
    for (const plan of plans) {
      expect([number(plan, 'target_mm_per_hour'), number(plan, 'stage_mm_per_hour')]).toEqual([79.5, 59.1]);
      if (plan['area_ha']) both(plan['area_ha'], [floodJa, floodEn]);
    }
    both('13,000', [floodJa, floodEn]);
    both('15,000', [floodJa, floodEn]);
    expect(
      ponds.filter(({ name }) => name?.startsWith('山王')).map((row) => number(row, 'regulation_m3')),
    ).toEqual([13000, 15000]);
    for (const sewer of sewers) both(number(sewer, 'danger_level_m').toFixed(2), [floodJa, floodEn]);
    both('153', [floodJa, floodEn]);
    const areas = separation.filter(({ item }) => item?.includes('分流化'));
    for (const area of areas) both(String(number(area, 'value')), [floodJa, floodEn]);

    const chubu = centres.find(({ district }) => district === '中部');
    both(number(chubu, 'capacity_m3_per_day').toLocaleString('en'), [waterJa, waterEn]);
    const treated = operation.find(({ centre }) => centre === '中部');
    both(number(treated, 'value').toLocaleString('en'), [waterJa, waterEn]);
    const sum = operation.reduce((total, row) => total + number(row, 'value'), 0);
    // The yearbook prints 186,112; its parts, rounded one by one, come to 186,111.
    expect(Math.abs(186_112 - sum)).toBeLessThanOrEqual(1);
    both('186,112', [waterJa, waterEn]);
    expect(number(treated, 'value') / sum).toBeCloseTo(0.4, 1);
    const premises = reclaimed.reduce((total, row) => total + number(row, 'premises'), 0);
    const supply = reclaimed.reduce((total, row) => total + number(row, 'average_supply_m3_per_day'), 0);
    both(String(premises), [waterJa, waterEn]);
    both(supply.toLocaleString('en'), [waterJa, waterEn]);
    for (const centre of centres) {
      const river = centre['discharges_to'] ?? '';
      expect(waterJa, centre['name']).toContain(river);
    }
    both('35,000', [waterJa, waterEn]);
    both('2,494', [waterJa, waterEn]);
    expect(separation.find(({ item }) => item === '合流式下水道の区域')?.['value']).toBe('2494');
  });
});

describe('reading a story', () => {
  it('keeps words as words: no tag and no script address comes through', () => {
    const { story } = parseStory(
      '# T\n\n## S\n\n[x](#/?l=a)\n\n<img src=x onerror=alert(1)> [go](javascript:alert(1)) [ok](https://a.example) **b**\n\n- one\n- two',
    ) as { story: Story };
    const [step] = story.steps;
    expect(step?.mapHash).toBe('#/?l=a');
    expect(step?.blocks[0]).toEqual({
      kind: 'paragraph',
      words: [
        { kind: 'text', text: '<img src=x onerror=alert(1)> [go](javascript:alert(1)) ' },
        { kind: 'link', text: 'ok', href: 'https://a.example' },
        { kind: 'text', text: ' ' },
        { kind: 'strong', text: 'b' },
      ],
    });
    expect(step?.blocks[1]).toMatchObject({ kind: 'list', items: [[{ text: 'one' }], [{ text: 'two' }]] });
  });

  it('never throws, and links lead only to https and to the map', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const parsed = parseStory(`# T\n\n## S\n\n${text}`);
        if (!parsed.ok) return;
        for (const { blocks } of parsed.story.steps)
          for (const block of blocks)
            for (const word of block.kind === 'paragraph' ? block.words : block.items.flat())
              if (word.kind === 'link') expect(word.href).toMatch(/^(https:\/\/|#\/)/);
      }),
    );
  });

  it('says why something is no story', () => {
    expect(parseStory('')).toEqual({ ok: false, reason: 'no-title' });
    expect(parseStory('# only')).toEqual({ ok: false, reason: 'no-steps' });
  });
});

describe('the scene being read', () => {
  it('is the last one past the line', () => {
    expect(sceneAt([100, 900, 1700], 800)).toBe(0);
    expect(sceneAt([-700, 100, 900], 800)).toBe(1);
    expect(sceneAt([-1500, -700, 480], 800)).toBe(2);
    expect(sceneAt([500, 900], 800)).toBe(0);
  });

  it('follows the keys and stays inside the story', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'a')),
        fc.integer({ min: 1, max: 9 }),
        (keys, total) => {
          let scene = 0;
          for (const key of keys) scene = sceneForKey(key, scene, total) ?? scene;
          expect(scene >= 0 && scene < total).toBe(true);
        },
      ),
    );
    expect(sceneForKey('End', 0, 5)).toBe(4);
    expect(sceneForKey('Tab', 0, 5)).toBeNull();
  });
});
