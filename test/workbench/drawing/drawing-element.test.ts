import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/workbench/drawing/drawing.js';
import { holdsNoScript } from '../../../src/workbench/drawing/drawing-element.js';
import { toSvg } from '../../../src/workbench/drawing/to-svg.js';

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><image href="x" onerror="alert(1)"/>',
    "' onload='alert(1)",
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<a href="javascript:alert(1)">',
    'onclick=',
  ),
);

describe('a drawing on the page', () => {
  it('is whatever toSvg writes, with any words in it', () => {
    fc.assert(
      fc.property(words, words, words, (title, layer, text) => {
        const drawing: Drawing = {
          title,
          widthMillimeters: 100,
          heightMillimeters: 50,
          items: [
            {
              kind: 'text',
              layer,
              text,
              at: [1, 2],
              heightMillimeters: 3,
              anchor: 'start',
              rotationDegrees: 0,
              colour: text,
            },
          ],
        };
        const svg = toSvg(drawing);
        expect(holdsNoScript(svg)).toBe(svg);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '<svg><script>1</script></svg>',
    '<svg><x:SCRIPT>1</x:SCRIPT></svg>',
    '<svg onload="1"></svg>',
    "<svg><rect x='1' onclick='1'/></svg>",
    '<svg><image href="https://evil.example/"/></svg>',
    '<svg><image xlink:href="data:text/html,x"/></svg>',
    '<svg><foreignObject/></svg>',
    '<svg><a href="blob:x"/></svg>',
    '<!DOCTYPE svg><svg/>',
    '<?xml-stylesheet href="x"?><svg/>',
    '<svg><set attributeName="href"/></svg>',
  ])('refuses %s', (svg) => {
    expect(() => holdsNoScript(svg)).toThrow(TypeError);
  });
});
