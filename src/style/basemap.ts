/**
 * What may lie under the layers. `embedded` is drawn from the project's own base layers and
 * works offline; the others are live tiles of 国土地理院 and are fetched only when chosen.
 */
export const basemaps = ['embedded', 'gsi-pale', 'gsi-photo'] as const;
export type Basemap = (typeof basemaps)[number];

/** True when drawing it sends requests to another server. */
export function isThirdParty(basemap: Basemap): boolean {
  return basemap !== 'embedded';
}

export interface RasterTiles {
  /** Tile address with {z}, {x}, {y}. */
  tiles: string;
  minZoom: number;
  /** Deepest level served; beyond it the tiles are enlarged instead of vanishing. */
  maxZoom: number;
  /** Credit the provider asks for: words and where they link to. */
  credit: { text: string; href: string };
}

const gsiCredit = { text: '地理院タイル', href: 'https://maps.gsi.go.jp/development/ichiran.html' };

/** Tiles of each online base map; null for the embedded one. */
export const rasterTiles: Readonly<Record<Basemap, RasterTiles | null>> = {
  embedded: null,
  'gsi-pale': {
    tiles: 'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png',
    minZoom: 5,
    maxZoom: 18,
    credit: gsiCredit,
  },
  'gsi-photo': {
    tiles: 'https://cyberjapandata.gsi.go.jp/xyz/seamlessphoto/{z}/{x}/{y}.jpg',
    minZoom: 2,
    maxZoom: 18,
    credit: gsiCredit,
  },
};
