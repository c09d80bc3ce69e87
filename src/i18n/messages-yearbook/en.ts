import type { YearbookMessages } from './ja.js';

/** English */
export const en: YearbookMessages = {
  title: 'Beside the yearbook',
  failed: 'The tables of the yearbook could not be read.',
  areas: 'Areas of the treatment districts',
  areasLead:
    'Area of the shapes drawn here beside the planned area of the yearbook (table II-2). They differ by rivers, closed harbours and large parks, and where the extent of the plan is not published.',
  district: 'District',
  planned: 'Planned (yearbook)',
  drawn: 'Drawn here',
  difference: 'Difference',
  sum: 'Sum',
  facilities: 'Facilities',
  exception:
    'Every facility with a place lies in the district the yearbook lists it under. The exception: Imajuku pumping station lies west of Nagatare hill (Shin-Seibu) and pumps into the Seibu district.',
  missing: 'Place not published',
  bring: 'Official data that is brought in takes the place of estimated lines and points.',
  floods: 'Past rain and floods',
  floodsHere:
    'These are the records of the whole city in the yearbook. Whether this very place was under water it does not say.',
  floodsLead: 'Rain that was observed. Not what the sewers are built for.',
  total: 'Total rain',
  hourly: 'Most in an hour',
  houses: 'Houses flooded',
  operation: 'What the treatment centres did',
  fiscalYear: (p: { year: number }) => `Fiscal year ${p.year}`,
  effluent: 'Quality of the water discharged (mean of the year; pH lowest to highest)',
  item: 'Item',
  limit: 'Effluent standard',
  below: 'below what can be measured',
  line: (p: { series: string }) => `line ${p.series}`,
  glossary: 'Glossary',
  term: 'Term',
  meaning: 'Meaning',
  page: 'Page',
  housesMoreThan: (p: { houses: string }) => `more than ${p.houses}`,
  units: {
    thousand_m3: 'thousand m³',
    m3: 'm³',
    L: 'L',
    thousand_kWh: 'thousand kWh',
    t: 't',
  },
};
