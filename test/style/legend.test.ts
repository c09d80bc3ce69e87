import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { over } from '../../src/style/colour.js';
import { flavours, themes } from '../../src/style/flavour.js';
import { legendItems } from '../../src/style/legend.js';
import { palettes } from '../../src/style/palette.js';
import { styleFor } from '../../src/style/style-for.js';

type Paint = Record<string, unknown>;

describe('legendItems', () => {
  for (const theme of themes) {
    for (const palette of palettes) {
      for (const opacity of [1, 0.35, 0]) {
        it(`shows what the map paints: ${theme}, ${palette}, opacity ${opacity}`, () => {
          const style = styleFor({
            catalogue,
            tilesUrl: 'tiles',
            frame: city.frame,
            theme,
            locale: 'ja',
            basemap: 'embedded',
            layers: {
              visible: new Set(catalogue.map(({ id }) => id)),
              opacityOf: () => opacity,
              palette,
            },
          });
          const painted = (id: string) => style.layers.find((layer) => layer.id === id)?.paint as Paint;
          for (const entry of catalogue.filter(({ base }) => !base)) {
            const items = legendItems(entry, { theme, palette, opacity, official: true });
            expect(items.map(({ value }) => value)).toEqual(
              entry.symbol.categories.map(({ value }) => value),
            );
            for (const item of items) {
              const [layer, property] = {
                fill: ['fill', 'fill'],
                line: ['line', 'line'],
                point: ['point', item.kind === 'point' && item.shape === 'circle' ? 'circle' : 'icon'],
              }[item.kind] as [string, string];
              const paint = painted(`${entry.id}/${layer}`);
              expect(JSON.stringify(paint[`${property}-opacity`])).toContain(JSON.stringify(item.opacity));
              expect(JSON.stringify(paint[`${property}-color`])).toContain(item.colour);
              expect(item.effective).toBe(over(item.colour, item.opacity, item.ground));
              const lower = entry.symbol.categories.find(({ value }) => value === item.value)?.liesOn;
              expect(item.ground).toBe(
                lower === undefined
                  ? flavours[theme].land
                  : items.find(({ value }) => value === lower)?.effective,
              );
              if (item.kind === 'fill' && item.pattern !== 'none') {
                const under = entry.symbol.byRange && item.value === null;
                const pattern = painted(`${entry.id}/${under ? 'rest' : 'pattern'}`);
                expect(JSON.stringify(pattern['fill-pattern'])).toContain(`pattern-${item.pattern}-`);
                expect(pattern['fill-opacity']).toBe(item.patternOpacity);
              }
            }
          }
        });
      }
    }
  }
});
