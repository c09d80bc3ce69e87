import type { City } from './city.js';
import { credits, dates } from './credits.js';
import { feature, type Feature } from './feature.js';

/** The 7 wards, with the corner points that towns and districts meet them at. */
export function wardLayer({ inputs, mesh, area }: City): Feature<'ward'>[] {
  return inputs.wards.map(({ properties: { code, name, nameEn } }) =>
    feature(
      'ward',
      {
        id: `ward-${code}`,
        name,
        nameEn,
        code,
        source: credits.wards,
        page: null,
        asOf: dates.wards,
        method: 'official',
        // Vertices taken out lay 4.7 m off the line on average.
        accuracyMeters: 10,
        note: '輪郭を間引いて使っています。河口は陸としています。',
      },
      area((face) => mesh.wardOf[face] === name).geometry,
    ),
  );
}
