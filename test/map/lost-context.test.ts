import { describe, expect, it } from 'vitest';
import { forgetContextErrors } from '../../src/map/lost-context.js';

describe('forgetContextErrors', () => {
  it('keeps the latest listener for an error in making a context, and every other listener', () => {
    const canvas = new EventTarget();
    forgetContextErrors(canvas);
    const heard: string[] = [];
    for (const name of ['first', 'second', 'third']) {
      canvas.addEventListener('webglcontextcreationerror', () => heard.push(name), { once: true });
      canvas.addEventListener('webglcontextlost', () => heard.push(`lost ${name}`));
    }
    canvas.dispatchEvent(new Event('webglcontextcreationerror'));
    canvas.dispatchEvent(new Event('webglcontextlost'));
    expect(heard).toEqual(['third', 'lost first', 'lost second', 'lost third']);
  });

  it('hears once where it was asked to', () => {
    const canvas = new EventTarget();
    forgetContextErrors(canvas);
    let heard = 0;
    canvas.addEventListener('webglcontextcreationerror', () => heard++, { once: true });
    for (let time = 0; time < 2; time++) canvas.dispatchEvent(new Event('webglcontextcreationerror'));
    expect(heard).toBe(1);
  });
});
