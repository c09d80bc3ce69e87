import { beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { AppState } from '../../src/state/app-state.svelte.js';
import { DataSession, type DataInUse, type DataSource } from '../../src/state/data-session.js';

const place: [number, number] = [130.4, 33.59];
const answers = {
  report: vi.fn<DataSource['report']>(() =>
    Promise.resolve({ ok: false, problem: 'not-a-position' } as never),
  ),
  search: vi.fn<DataSource['search']>(() => Promise.resolve(null)),
  table: vi.fn<DataSource['table']>(() => Promise.resolve(null)),
  feature: vi.fn<DataSource['feature']>(() => Promise.resolve(null)),
};
const opening = { centre: place, zoom: 11 };
const never = new Promise<never>(() => undefined);

class Given extends DataSession {
  readonly #data: DataInUse<DataSource>;
  constructor(data: Omit<DataInUse<DataSource>, 'client'>) {
    super(new AppState({ catalogue, opening }));
    this.#data = { client: answers, ...data };
  }
  protected data() {
    return this.#data;
  }
}

beforeEach(() => {
  vi.clearAllMocks();
});

describe('a session on data that are on their way', () => {
  it('answers as soon as reports may be asked, while names are still to come', async () => {
    const session = new Given({ answerable: Promise.resolve(), loaded: never });
    await session.report(place);
    expect(answers.report).toHaveBeenCalledExactlyOnceWith(place, undefined);
  });

  it('asks nothing before', async () => {
    let ready: () => void = () => undefined;
    const answerable = new Promise<void>((resolve) => (ready = resolve));
    const session = new Given({ answerable, loaded: never });
    const asked = session.report(place);
    await Promise.resolve();
    expect(answers.report).not.toHaveBeenCalled();
    ready();
    await asked;
    expect(answers.report).toHaveBeenCalledTimes(1);
  });

  it('rejects every question when the data do not come', async () => {
    const lost = Promise.reject(new Error('no list of files'));
    const session = new Given({ answerable: lost, loaded: lost });
    for (const asked of [session.report(place), session.search('天神'), session.table('towns')])
      await expect(asked).rejects.toThrow('no list of files');
    for (const ask of Object.values(answers)) expect(ask).not.toHaveBeenCalled();
  });
});

describe('a session whose data came in part', () => {
  const session = () => new Given({ answerable: Promise.resolve(), loaded: Promise.resolve() });

  it('names what cannot be searched or listed', async () => {
    await expect(session().search('天神')).rejects.toThrow('search document');
    await expect(session().table('towns')).rejects.toThrow('layer towns');
  });

  it('hands on what was found', async () => {
    answers.search.mockResolvedValueOnce({ candidates: [] } as never);
    expect(await session().search('天神', 3)).toEqual({ candidates: [] });
    expect(answers.search).toHaveBeenCalledWith('天神', 3);
    answers.table.mockResolvedValueOnce([]);
    expect(await session().table('towns')).toEqual([]);
  });
});

describe('a place that is chosen', () => {
  const session = () => new Given({ answerable: never, loaded: never });
  const featureRef = { layer: 'towns', id: 'tenjin-1' };

  it('is shown no farther away than it was', () => {
    const chosen = session();
    chosen.choose({ position: place, featureRef }, 'search');
    expect(chosen.app.selection.position).toEqual(place);
    expect(chosen.app.view.request).toMatchObject({ centre: place, zoom: 14 });
    chosen.app.view.record({ centre: place, zoom: 17 });
    chosen.choose({ position: place, featureRef }, 'search');
    expect(chosen.app.view.request).toMatchObject({ zoom: 17 });
  });

  it('is selected without a place where none is published', () => {
    const chosen = session();
    chosen.choose({ position: null, featureRef }, 'list');
    expect(chosen.app.selection.feature).toEqual(featureRef);
    expect(chosen.app.selection.position).toBeNull();
    expect(chosen.app.view.request).toBeNull();
  });
});
