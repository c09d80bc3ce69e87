import { describe, expect, it } from 'vitest';
import { ViewState } from '../../src/state/view-state.svelte.js';

const small = { centre: [130.38, 33.6], zoom: 9 } as const;
const large = { centre: [130.38, 33.6], zoom: 11 } as const;

describe('a view that opens otherwise than was thought', () => {
  it('is the new one, and is no move', () => {
    const view = new ViewState(small);
    view.openAt(large);
    expect([view.zoom, view.opening, view.moved]).toEqual([11, large, false]);
  });

  it('stays where somebody moved it, and has the new way home', () => {
    const view = new ViewState(small);
    view.record({ centre: [130.4, 33.59], zoom: 14 });
    view.openAt(large);
    expect([view.zoom, view.opening]).toEqual([14, large]);
  });
});
