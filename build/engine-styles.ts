import type { Plugin } from 'vite';

const picture = /url\((["']?)data:image\/svg\+xml(?:(?!\1\)).)*\1\)/g;

/** The map engine's style sheet without the pictures of its buttons: the page has buttons of its own, and stores every style. */
export function engineStyles(): Plugin {
  return {
    name: 'mizumichi-engine-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/maplibre-gl/dist/maplibre-gl.css')) return null;
      if (!code.match(picture))
        this.error(`${id}: no pictures of buttons in it any more; see build/engine-styles.ts`);
      return { code: code.replace(picture, 'none'), map: null };
    },
  };
}
