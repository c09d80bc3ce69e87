import { faceHectares } from '../mesh/city-faces.js';
import type { CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';
import { townId } from './town-id.js';

/**
 * How far a cell's edge may be from the real border: half the side of a square as large as the cell,
 * never under 100 m nor over 1,000 m. A 丁目 (about 18 ha) gets some 200 m, a mountain 大字 1,000 m.
 */
export function cellAccuracyMeters(hectares: number): number {
  const half = Math.sqrt(hectares * 10_000) / 2;
  return Math.min(1_000, Math.max(100, Math.round(half / 10) * 10));
}

function englishName(romaji: string, chome: number | null, name: string): string {
  if (chome !== null) return `${romaji} ${chome}-chome`;
  return name.startsWith('大字') ? `Oaza ${romaji}` : romaji;
}

function noShape(pointed: boolean): string {
  return pointed
    ? '公的な町の輪郭にこの名前がないため、形を描いていません。'
    : '代表点が公表されていないため、形を描いていません。';
}

/** Every town of the register; those with a point get the land nearer to it than to any other town of the ward. */
export function townLayer({
  facts,
  geometry: { towns },
  mesh,
  districtOf,
  townArea,
}: CityModel): Feature<'town'>[] {
  const hectaresOf = new Map<string, number>();
  mesh.faces.forEach((_, face) => {
    const town = mesh.townOf[face] ?? null;
    if (town !== null) hectaresOf.set(town, (hectaresOf.get(town) ?? 0) + faceHectares(mesh, face));
  });
  const doubts = new Map(
    facts.doubtfulTowns.map(({ ward, town, doubt }) => [townId({ ward, name: town }), doubt]),
  );
  return towns.map((town) => {
    const id = townId(town);
    const pointed = town.longitude !== null;
    // A town without a point has land where its outline was imported, and only there.
    const { geometry } = townArea(new Set([id]));
    return feature(
      'town',
      {
        id: `town/${id}`,
        name: town.name,
        nameEn: englishName(town.romaji, town.chome, town.name),
        ward: town.ward,
        kana: town.kana,
        kind: town.kind,
        base: town.base,
        chome: town.chome,
        district: districtOf.get(id) ?? null,
        districtDoubt: doubts.get(id) ?? null,
        labelLongitude: town.longitude,
        labelLatitude: town.latitude,
        ...facts.credits.towns,
        page: null,
        method: 'constructed',
        accuracyMeters: cellAccuracyMeters(hectaresOf.get(id) ?? 0),
        note: geometry !== null ? null : noShape(pointed),
      },
      geometry,
    );
  });
}
