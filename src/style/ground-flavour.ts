import type { Theme } from './flavour.js';

/** How the base map is drawn; `high-contrast` is the light one with strong lines, for who asks the device for it. */
export const groundThemes = ['light', 'dark', 'high-contrast'] as const;
export type GroundTheme = (typeof groundThemes)[number];

/** Colours of the base map, by kind where kinds differ. All are quiet: the layers stand in front. */
export interface GroundFlavour {
  cover: Readonly<Record<'wood' | 'park' | 'grass' | 'farmland' | 'sand' | 'wetland', string>>;
  use: Readonly<
    Record<
      | 'park'
      | 'school'
      | 'hospital'
      | 'cemetery'
      | 'industrial'
      | 'commercial'
      | 'military'
      | 'sports'
      | 'railway',
      string
    >
  >;
  water: string;
  waterway: string;
  building: string;
  buildingEdge: string;
  /** Streets by weight, and their seams. */
  street: Readonly<Record<'motorway' | 'trunk' | 'main' | 'minor' | 'path', string>>;
  casing: Readonly<Record<'motorway' | 'trunk' | 'main' | 'minor', string>>;
  ferry: string;
  rail: string;
  /** Between the dashes of a railway. */
  railGap: string;
  subway: string;
  words: Readonly<Record<'street' | 'water' | 'rail' | 'block' | 'place' | 'green' | 'health', string>>;
  halo: string;
  haloWidth: number;
}

const light: GroundFlavour = {
  cover: {
    wood: '#dfe9d6',
    park: '#dbecd2',
    grass: '#e7efdf',
    farmland: '#f0f1e0',
    sand: '#f2ecda',
    wetland: '#dce8e2',
  },
  use: {
    park: '#dbecd2',
    school: '#efe9dc',
    hospital: '#f6e7e7',
    cemetery: '#e4eadf',
    industrial: '#ebeaee',
    commercial: '#f4ecea',
    military: '#ebe7df',
    sports: '#e0eed8',
    railway: '#ebe9e6',
  },
  water: '#d3e3ec',
  waterway: '#b3d0e0',
  building: '#e5e1d9',
  buildingEdge: '#cfc9bd',
  street: { motorway: '#f3d9b4', trunk: '#f9ecd0', main: '#fdf8ea', minor: '#ffffff', path: '#c9c2b4' },
  casing: { motorway: '#cfae83', trunk: '#d3bd94', main: '#d0c8b4', minor: '#d6d1c6' },
  ferry: '#a9c3d4',
  rail: '#a39d94',
  railGap: '#f4f1ec',
  subway: '#a9b3c4',
  words: {
    street: '#55585c',
    water: '#2f6485',
    rail: '#625d58',
    block: '#63686e',
    place: '#54504a',
    green: '#3c6337',
    health: '#8a3b3b',
  },
  halo: '#fdfcfa',
  haloWidth: 1.4,
};

const dark: GroundFlavour = {
  cover: {
    wood: '#27332d',
    park: '#293a30',
    grass: '#2c3833',
    farmland: '#2f3632',
    sand: '#38362f',
    wetland: '#28353a',
  },
  use: {
    park: '#293a30',
    school: '#35332f',
    hospital: '#3a2f32',
    cemetery: '#2d3631',
    industrial: '#30333c',
    commercial: '#363136',
    military: '#33322e',
    sports: '#2b3a31',
    railway: '#33363c',
  },
  water: '#131c26',
  waterway: '#34526a',
  building: '#363c46',
  buildingEdge: '#454c57',
  street: { motorway: '#6b5a3f', trunk: '#5c5341', main: '#4f535a', minor: '#434953', path: '#59616d' },
  casing: { motorway: '#1f2227', trunk: '#1f2227', main: '#1f2329', minor: '#22262c' },
  ferry: '#3d5a70',
  rail: '#7a828e',
  railGap: '#2b3038',
  subway: '#59657a',
  words: {
    street: '#c3c9d1',
    water: '#93bfdc',
    rail: '#b0b6bf',
    block: '#aab2bd',
    place: '#cfcac2',
    green: '#a5c79f',
    health: '#e0a9a9',
  },
  halo: '#1d2229',
  haloWidth: 1.4,
};

const strong: GroundFlavour = {
  ...light,
  water: '#b5d3e3',
  waterway: '#2f6f96',
  buildingEdge: '#5f5b54',
  street: { ...light.street, motorway: '#f0c88d', trunk: '#f6e0b0', path: '#57534c' },
  casing: { motorway: '#5a3e13', trunk: '#5c4a1f', main: '#565145', minor: '#6b675f' },
  ferry: '#2f6f96',
  rail: '#3f3b37',
  railGap: '#ffffff',
  subway: '#44506a',
  words: {
    street: '#000000',
    water: '#00324d',
    rail: '#1c1a18',
    block: '#1a1a1a',
    place: '#000000',
    green: '#0f3a0a',
    health: '#6a0d0d',
  },
  halo: '#ffffff',
  haloWidth: 2,
};

export const groundFlavours: Readonly<Record<GroundTheme, GroundFlavour>> = {
  light,
  dark,
  'high-contrast': strong,
};

/** @param strongLines the reader's device asks for more contrast; the dark map has it already */
export function groundThemeOf(theme: Theme, strongLines: boolean): GroundTheme {
  return theme === 'light' && strongLines ? 'high-contrast' : theme;
}
