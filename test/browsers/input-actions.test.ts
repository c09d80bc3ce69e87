import { describe, expect, it } from 'vitest';
import { clickActions, keyActions } from './input-actions.js';

const pressed = (...keys: string[]) =>
  keyActions(keys).flatMap(({ actions }) => actions.map(({ type, value }) => `${type} ${value}`));

describe('keys', () => {
  it('are let go before the next is pressed', () => {
    expect(pressed('天', '1')).toEqual(['keyDown 天', 'keyUp 天', 'keyDown 1', 'keyUp 1']);
  });

  it('have names where they are no letter', () => {
    expect(pressed('Tab')).toEqual(['keyDown \uE004', 'keyUp \uE004']);
  });

  it('are held while another is pressed', () => {
    expect(pressed('Shift+Tab')).toEqual([
      'keyDown \uE008',
      'keyDown \uE004',
      'keyUp \uE004',
      'keyUp \uE008',
    ]);
  });

  it('may be a plus', () => {
    expect(pressed('+')).toEqual(['keyDown +', 'keyUp +']);
  });
});

describe('a click', () => {
  it('is in whole pixels: nothing else is taken', () => {
    expect(clickActions(10.4, 20.5)[0]?.actions[0]).toMatchObject({ type: 'pointerMove', x: 10, y: 21 });
  });
});
