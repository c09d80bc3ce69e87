import { describe, expect, it } from 'vitest';
import { keepBlocks, type QuietBrowser } from '../../src/app/keep-blocks.js';

const sum = (letter: string) => ({ file: '', sha256: letter.repeat(64), bytes: 1 });
const documents = {
  search: { ...sum('a'), file: 'search.json' },
  'blocks/chuo': { ...sum('b'), file: 'blocks/chuo.json' },
  'blocks/nishi': { ...sum('c'), file: 'blocks/nishi.json' },
  'places-osm': { ...sum('d'), file: 'places-osm.json' },
};
const manifest = { documents } as unknown as Parameters<typeof keepBlocks>[0];

/** A browser whose rest is over at once, and what it was told to wait. */
function browser(connection?: { saveData?: boolean }) {
  const rests: number[] = [];
  const quiet: QuietBrowser = {
    setTimeout: (callback, milliseconds) => {
      rests.push(milliseconds);
      callback();
    },
    navigator: connection ? { connection } : {},
  };
  return { quiet, rests };
}

describe('keepBlocks', () => {
  it('fetches what lies beside the shell, once, after a rest', async () => {
    const { quiet, rests } = browser();
    const asked: string[] = [];
    const came = await keepBlocks(manifest, 'https://map.example/tiles/', quiet, async (address) => {
      asked.push(String(address));
      return new Response('{}');
    });
    expect(rests).toEqual([expect.any(Number)]);
    expect(asked).toEqual([
      'https://map.example/tiles/blocks/chuo.json?bbbbbbbbbbbb',
      'https://map.example/tiles/blocks/nishi.json?cccccccccccc',
      'https://map.example/tiles/places-osm.json?dddddddddddd',
    ]);
    expect(came).toBe(3);
  });

  it('fetches nothing where the reader saves data', async () => {
    const { quiet } = browser({ saveData: true });
    const none = async () => Promise.reject(new Error('asked'));
    expect(await keepBlocks(manifest, 'tiles', quiet, none)).toBe(0);
  });

  it('counts what the server does not have as not come, and stops where the network ends', async () => {
    const { quiet } = browser();
    const answers = [new Response('', { status: 404 }), new Response('{}')];
    let asked = 0;
    const came = await keepBlocks(manifest, 'tiles', quiet, async () => {
      const answer = answers[asked++];
      if (!answer) throw new TypeError('Failed to fetch');
      return answer;
    });
    expect(asked).toBe(3);
    expect(came).toBe(1);
  });
});
