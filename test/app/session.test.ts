import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startLoading } from '../../src/thread/data-load.js';
import { Session } from '../../src/app/session.svelte.js';
import { catalogue } from '../../src/catalog/layers.js';
import type { Candidate } from '../../src/search/candidate.js';
import { AppState } from '../../src/state/app-state.svelte.js';
import type { DataClient } from '../../src/thread/client.js';

const houseNumber = {
  position: [130.4, 33.59],
  featureRef: { layer: 'towns', id: 'tenjin-1' },
  rest: '8-1',
} as unknown as Candidate;

describe('what is chosen', () => {
  const refine = vi.fn(() => Promise.resolve({ kind: 'none' as const }));
  const search = vi.fn(() => Promise.resolve({ candidates: [houseNumber] }));
  let app: AppState;
  let session: Session;

  beforeEach(() => {
    vi.clearAllMocks();
    const client = { load: () => new Promise(() => undefined), refine, search } as unknown as DataClient;
    app = new AppState({ catalogue, opening: { centre: [130.4, 33.6], zoom: 11 } });
    app.national.enabled = true;
    session = new Session(app, startLoading(client, 'https://map.example/tiles'));
  });

  it('is selected and shown, no farther away than it was', () => {
    session.choose(houseNumber, 'search');
    expect(app.selection.position).toEqual(houseNumber.position);
    expect(app.selection.feature).toEqual(houseNumber.featureRef);
    expect(app.view.request).toMatchObject({ centre: houseNumber.position, zoom: 14 });
  });

  it('is asked of the national search with its house number, whoever chose it', () => {
    session.choose(houseNumber, 'search');
    expect(refine).toHaveBeenCalledExactlyOnceWith(houseNumber);
    expect(app.national.refinement?.offline).toBe(houseNumber);
  });

  it('is asked of nobody while the reader does not allow it', () => {
    app.national.enabled = false;
    session.choose(houseNumber, 'search');
    expect(refine).not.toHaveBeenCalled();
  });

  it('makes an earlier refinement void when it has no house number', () => {
    session.choose(houseNumber, 'search');
    session.choose({ ...houseNumber, rest: '' }, 'search');
    expect(app.national.refinement).toBeNull();
  });

  it('keeps the offer of the refinement when the refined place itself is taken', () => {
    session.choose(houseNumber, 'search');
    session.choose({ position: [130.401, 33.591], featureRef: null }, 'search');
    expect(refine).toHaveBeenCalledTimes(1);
    expect(app.national.refinement?.offline).toBe(houseNumber);
  });
});
