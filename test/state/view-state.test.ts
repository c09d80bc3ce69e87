import { describe, expect, it } from 'vitest';
import { ViewState } from '../../src/state/view-state.svelte.js';

const small = { centre: [130.38, 33.6], zoom: 9 } as const;
const large = { centre: [130.38, 33.6], zoom: 11 } as const;

describe('a view that opens otherwise than was thought', () => {
  it('is the new one, and is no move', () => {
    const view = new ViewState(small);
    view.openAt(large);
    expect([view.zoom, view.opening, view.moved]).toEqual([11, large, false]);
    // A map that is drawn already is asked to show it, without a flight.
    expect(view.request).toEqual({ kind: 'point', ...large, animate: false });
  });

  it('stays where somebody moved it, and has the new way home', () => {
    const view = new ViewState(small);
    view.record({ centre: [130.4, 33.59], zoom: 14 });
    view.openAt(large);
    expect([view.zoom, view.opening, view.request]).toEqual([14, large, null]);
  });

  it('leaves what was asked for meanwhile, and follows again and again otherwise', () => {
    const view = new ViewState(small);
    view.openAt({ ...small, zoom: 10 });
    view.openAt(large);
    expect(view.request).toMatchObject({ zoom: 11 });
    view.goTo({ centre: [130.4, 33.59], zoom: 14 });
    view.openAt(small);
    expect(view.request).toMatchObject({ zoom: 14 });
  });

  it('is no move of somebody when the drawn map lies a hair beside it', () => {
    const view = new ViewState(small);
    view.record({ centre: [130.3801, 33.6001], zoom: 9.01 });
    expect(view.moved).toBe(false);
    view.openAt(large);
    expect(view.zoom).toBe(11);
    view.record({ centre: [130.3806, 33.6], zoom: 11 });
    expect(view.moved).toBe(true);
  });
});
