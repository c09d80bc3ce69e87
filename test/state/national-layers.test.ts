import { describe, expect, it } from 'vitest';
import { nationalRasters } from '../../src/catalog/national.js';
import type { HazardReading } from '../../src/report/hazard-reading.js';
import type { Candidate } from '../../src/search/candidate.js';
import { NationalLayers, type NationalSource } from '../../src/state/national-layers.svelte.js';
import { OfflineState } from '../../src/state/offline-state.svelte.js';

const first = nationalRasters[0]!;
const second = nationalRasters[1]!;
const settled = () => new Promise<void>((done) => setImmediate(done));

/** Answers when told to, and remembers what it was asked. */
function source() {
  const waiting: { turn: number; id: string; answer: (reading: HazardReading | null) => void }[] = [];
  const stopped: number[] = [];
  const asked: NationalSource = {
    nationalHazard: (turn, id) =>
      new Promise((resolve, reject) => {
        waiting.push({
          turn,
          id,
          answer: (reading) => (reading ? resolve(reading) : reject(new Error('x'))),
        });
      }),
    nationalElevation: () => Promise.resolve({ kind: 'height', meters: 3.2, gridMeters: 5 }),
    nationalStop: (turn) => Promise.resolve(void stopped.push(turn)),
  };
  const of = (turn: number, id: string) => waiting.find((each) => each.turn === turn && each.id === id)!;
  return { asked, of, stopped, waiting };
}
const noData = (raster = first): HazardReading => ({ id: raster.id, hazard: raster.hazard, kind: 'no-data' });

const town: Candidate = {
  id: 'town',
  kind: 'town',
  name: '天神一丁目',
  nameEn: 'Tenjin 1-chome',
  ward: '中央区',
  position: [130.4, 33.59],
  matchLevel: 'town',
  matched: '天神1',
  rest: '8-1',
  featureRef: null,
  towns: ['town'],
  wardMismatch: false,
};

describe('NationalLayers', () => {
  it('is off, and draws nothing while it is off', () => {
    const national = new NationalLayers();
    expect(national.enabled).toBe(false);
    national.toggle(second.id);
    expect(national.shown).toEqual([]);
    national.enabled = true;
    national.toggle(first.id);
    expect(national.shown.map(({ id }) => id)).toEqual([first.id, second.id]);
    national.toggle(first.id);
    expect(national.shown.map(({ id }) => id)).toEqual([second.id]);
  });

  it('keeps opacity within 0–1 and refuses what is no map', () => {
    const national = new NationalLayers();
    national.setOpacity(first.id, 4);
    expect(national.opacityOf(first.id)).toBe(1);
    expect(() => national.setOpacity(first.id, Number.NaN)).toThrow('not a number');
    expect(() => national.toggle('wards')).toThrow('no national map');
  });

  it('lets every hazard answer for itself, a broken one included', async () => {
    const national = new NationalLayers();
    const { asked, of } = source();
    national.ask([130.4, 33.59], '2026-01-02', asked);
    expect(national.answers?.hazards.every(({ reading }) => reading === null)).toBe(true);
    of(1, first.id).answer(noData());
    of(1, second.id).answer(null);
    await settled();
    const kinds = national.answers?.hazards.map(({ reading }) => reading?.kind ?? 'waiting');
    expect(kinds).toEqual(['no-data', 'unreachable', 'waiting', 'waiting']);
    expect(national.answers?.elevation).toEqual({ kind: 'height', meters: 3.2, gridMeters: 5 });
  });

  it('never lets an older point answer for a newer one', async () => {
    const national = new NationalLayers();
    const { asked, of } = source();
    national.ask([130.4, 33.59], '2026-01-02', asked);
    national.ask([130.5, 33.6], '2026-01-02', asked);
    of(1, first.id).answer(noData());
    await settled();
    expect(national.answers).toMatchObject({ position: [130.5, 33.6] });
    expect(national.answers?.hazards[0]?.reading).toBeNull();
  });

  it('forgets when stopped, and tells the worker once', async () => {
    const national = new NationalLayers();
    const { asked, of, stopped } = source();
    national.stop(asked);
    expect(stopped).toEqual([]);
    national.ask([130.4, 33.59], '2026-01-02', asked);
    national.stop(asked);
    of(1, first.id).answer(noData());
    await settled();
    expect(national.answers).toBeNull();
    expect(stopped).toEqual([2]);
  });

  it('tells maps whose tiles do not come until one comes', () => {
    const national = new NationalLayers();
    national.fail(first.id);
    expect([...national.failures]).toEqual([first.id]);
    national.succeed(first.id);
    expect([...national.failures]).toEqual([]);
  });

  it('keeps a refinement beside the town, with the way between', async () => {
    const national = new NationalLayers();
    const found: Candidate = { ...town, position: [130.4, 33.591], matchLevel: 'block' };
    national.refine(town, () => Promise.resolve({ kind: 'found', candidate: found }));
    expect(national.refinement).toEqual({ offline: town, result: null });
    expect(national.refinementMeters).toBeNull();
    await settled();
    expect(national.refinement?.offline).toBe(town);
    expect(national.refinementMeters).toBeCloseTo(111, 0);
    national.refine(town, () => Promise.reject(new Error('gone')));
    await settled();
    expect(national.refinement?.result).toEqual({ kind: 'unreachable' });
    national.refine(town, () => Promise.resolve({ kind: 'not-asked' }));
    national.forgetRefinement();
    await settled();
    expect(national.refinement).toBeNull();
  });
});

describe('OfflineState', () => {
  it('does nothing with a new version until the reader says so', () => {
    const offline = new OfflineState();
    let applied = 0;
    offline.announce('waiting', () => applied++);
    expect(offline.update).toBe('waiting');
    offline.postponeUpdate();
    expect([offline.update, applied]).toEqual([null, 0]);
    offline.announce('waiting', () => applied++);
    offline.updateNow();
    expect([offline.update, applied]).toEqual([null, 1]);
  });

  it('says once that it is ready', () => {
    const offline = new OfflineState();
    expect(offline.ready).toBe(false);
    offline.markReady();
    expect(offline.ready).toBe(true);
    offline.dismissReady();
    expect(offline.ready).toBe(false);
  });
});
