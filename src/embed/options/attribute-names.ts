/** Attribute of `<mizumichi-map>` → key of the embed's address: both say the same things, read by one codec. */
export const attributeKeys = {
  layers: 'l',
  compare: 'cl',
  centre: 'c',
  zoom: 'z',
  position: 'p',
  feature: 'f',
  palette: 'cv',
  language: 'lang',
  theme: 'theme',
  'data-version': 'v',
  heading: 'title',
  caption: 'caption',
  search: 'search',
  answers: 'report',
  story: 'story',
} as const;
export type MapAttribute = keyof typeof attributeKeys;
export const mapAttributes = Object.keys(attributeKeys) as MapAttribute[];
