import type { CheckLine } from '../tables/sum-check.js';
import { featuresOf, holds } from './areas.js';
import { manyLine, type BuiltLayers } from './built-layers.js';

/** Facilities the yearbook lists under a district they do not lie in, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  今宿ポンプ場: '表III-4 lists it under 西部, but 今宿 lies west of 長垂山, which 表II-2 gives to 新西部',
};

function facilityLines(built: BuiltLayers): CheckLine[] {
  const districts = featuresOf(built, 'treatment-districts', 'treatmentDistrict');
  const facilities = [
    ...featuresOf(built, 'treatment-centres', 'treatmentCentre'),
    ...featuresOf(built, 'pump-stations', 'pumpStation'),
    ...featuresOf(built, 'ponds', 'pond'),
  ];
  const listed = facilities.flatMap(({ properties: { name, district }, geometry }) =>
    district !== null && geometry?.type === 'Point'
      ? [{ name, district, position: geometry.coordinates }]
      : [],
  );
  const astray = listed.flatMap(({ name, district, position }) => {
    const found = districts.find((each) => holds(each, position))?.properties.name;
    return found === district
      ? []
      : [{ name, text: `${name} (${district}) lies in ${found ?? 'no district'}` }];
  });
  const unplaced = facilities.filter((each) => each.geometry === null).length;
  return [
    manyLine(
      'centres, pump stations and ponds lie in the district they are listed under',
      listed.length,
      astray.flatMap(({ name, text }) => (name in exceptions ? [] : [text])),
    ),
    ...Object.entries(exceptions).map(([name, reason]) => ({
      ok: astray.some((each) => each.name === name),
      text: `known exception ${name}: ${reason}`,
    })),
    {
      ok: true,
      text: `${unplaced} of ${facilities.length} facilities have no published place and no point on the map`,
    },
  ];
}

function countLines(built: BuiltLayers): CheckLine[] {
  const pumps = featuresOf(built, 'pump-stations', 'pumpStation');
  const of = (table: string): number => pumps.filter((each) => each.properties.table === table).length;
  const shelters = featuresOf(built, 'shelters', 'shelter');
  const counts = [
    ['treatment centres (表III-3)', built.layers.get('treatment-centres')?.length ?? 0, 7],
    ['pump stations of 表III-4', of('planned'), 57],
    ['pump stations of 表III-6', of('exempt'), 12],
    ['manhole pumps of 表III-7', of('manhole'), 61],
    ['ponds (表III-5)', built.layers.get('ponds')?.length ?? 0, 5],
    ['towns of the register', built.layers.get('towns')?.length ?? 0, 1312],
    ['emergency shelters', shelters.length, 786],
    [
      'shelters designated for inland flood',
      shelters.filter((each) => each.properties.inlandFlood).length,
      0,
    ],
  ] as const;
  return counts.map(([what, found, due]) => ({ ok: found === due, text: `${what}: ${found}, due ${due}` }));
}

/** Counts of the tables, and facilities in the district they are listed under. */
export function placeLines(built: BuiltLayers): CheckLine[] {
  return [...countLines(built), ...facilityLines(built)];
}
