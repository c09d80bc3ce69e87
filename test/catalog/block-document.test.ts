import { blockDocumentId } from '../../src/catalog/block-files.js';
import { describe, expect, it } from 'vitest';
import { packBlocks, readBlockDocument, type Block } from '../../src/catalog/block-document.js';

const blocks: Block[] = [
  { number: 1, position: [130.40001, 33.59], accuracyMeters: 45 },
  { number: 8, position: [130.39, 33.60001], accuracyMeters: 115 },
];
const document = (changes: object = {}) => ({
  version: 1,
  ward: '中央区',
  asOf: '2017-12-31',
  source: '街区',
  count: 2,
  towns: [['town/1', '天神一丁目', 'Tenjin 1-chome', 0, packBlocks(blocks)]],
  ...changes,
});

describe('a document of blocks', () => {
  it('gives back what was packed', () => {
    expect(readBlockDocument(JSON.parse(JSON.stringify(document())))).toEqual({
      ok: true,
      ward: {
        ward: '中央区',
        towns: [{ town: 'town/1', name: '天神一丁目', nameEn: 'Tenjin 1-chome', lots: false, blocks }],
      },
    });
  });

  it.each([
    ['another form', [], 'version'],
    ['an older version', document({ version: 0 }), 'version'],
    ['a block cut short', document({ towns: [['town/1', '天神', '', 0, [1, 2, 3]]] }), 'towns'],
    ['blocks that are missing', document({ count: 3 }), '2 blocks, 3 promised'],
  ])('%s is refused with what is wrong', (_, json, part) => {
    const read = readBlockDocument(json);
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? '' : read.reason).toContain(part);
  });

  it('is called after its ward', () => {
    expect(blockDocumentId('Chuo Ward')).toBe('blocks/chuo');
    expect(blockDocumentId('Sawara-ku')).toBe('blocks/sawara');
  });
});
