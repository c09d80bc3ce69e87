/** The colours no layer owns, one set a theme: a calm ground on which the layers stand out. */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Flavour {
  sea: string;
  /** Around the frame the data covers: neither land nor sea is known there. */
  beyond: string;
  /** What a half-transparent layer is seen against; the wards' own colour. */
  land: string;
  /** Darkest (lightest) sign of the theme: outlines and words lean towards it. */
  ink: string;
  /** Seam around words and markers. */
  halo: string;
  /** Outline of what is selected, and its seam. */
  highlight: string;
  highlightCasing: string;
  /** The selected point. */
  marker: string;
  /** How online base maps are toned down, so that the layers stay in front. */
  raster: { opacity: number; brightnessMax: number; saturation: number };
}

export const flavours: Readonly<Record<Theme, Flavour>> = {
  light: {
    sea: '#d3e3ec',
    beyond: '#eceff0',
    land: '#f6f4ef',
    ink: '#23303c',
    halo: '#fbfaf7',
    highlight: '#17324d',
    highlightCasing: '#ffffff',
    marker: '#c8102e',
    raster: { opacity: 1, brightnessMax: 1, saturation: -0.25 },
  },
  dark: {
    sea: '#131c26',
    beyond: '#191d22',
    land: '#2b3038',
    ink: '#e9edf2',
    halo: '#1b2027',
    highlight: '#f4f7fb',
    highlightCasing: '#10151b',
    marker: '#ff6b6b',
    raster: { opacity: 0.85, brightnessMax: 0.62, saturation: -0.45 },
  },
};
