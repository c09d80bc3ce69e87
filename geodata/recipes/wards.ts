import type { CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';

/** The wards, with the corner points that towns and districts meet them at. */
export function wardLayer({ facts, geometry, mesh, area }: CityModel): Feature<'ward'>[] {
  return geometry.wards.map(({ properties: { code, name, nameEn } }) =>
    feature(
      'ward',
      {
        id: `ward-${code}`,
        name,
        nameEn,
        code,
        ...facts.credits.wards,
        page: null,
        method: 'official',
        // Vertices taken out lay 4.7 m off the line on average.
        accuracyMeters: 10,
        note: '輪郭を間引いて使っています。河口は陸としています。',
      },
      area((face) => mesh.wardOf[face] === name).geometry,
    ),
  );
}
