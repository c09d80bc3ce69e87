import { describe, expect, it } from 'vitest';
import { positionColumns } from '../../src/formats/text/position-columns.js';

describe('headings of public tables', () => {
  it.each([
    ['経度_10進', '緯度_10進'],
    ['X座標（経度）', 'Y座標（緯度）'],
    ['施設_経度', '施設_緯度'],
    ['所在地経度', '所在地緯度'],
    ['stop_lon', 'stop_lat'],
    ['longitude_deg', 'latitude_deg'],
    ['lon_wgs84', 'lat_wgs84'],
    ['keido', 'ido'],
    ['GPS経度', 'GPS緯度'],
    ['decimalLongitude', 'decimalLatitude'],
    ['lon.', 'lat.'],
    ['経度DD', '緯度DD'],
  ])('%s and %s are degrees', (longitude, latitude) => {
    const header = ['名称', latitude, longitude];
    expect(positionColumns(header)).toEqual({ kind: 'degrees', first: 2, second: 1 });
  });

  it('go together only where they are the same but for the word', () => {
    const header = ['本社_緯度', '支社_経度', '支社_緯度', '本社_経度'];
    expect(positionColumns(header)).toEqual({ kind: 'degrees', first: 1, second: 2 });
    expect(positionColumns(['本社_緯度', '支社_経度'])).toBeNull();
    expect(positionColumns(['緯度経度', '備考'])).toBeNull();
    expect(positionColumns(['colon', 'flat', 'along'])).toBeNull();
  });

  it('exact names win, and plane ones stay plane', () => {
    expect(positionColumns(['施設_経度', '施設_緯度', '経度', '緯度'])).toMatchObject({
      first: 2,
      second: 3,
    });
    expect(positionColumns(['coord_x', 'coord_y'])).toEqual({ kind: 'plane', first: 0, second: 1 });
    expect(positionColumns(['X座標', 'Y座標'])).toMatchObject({ kind: 'plane' });
  });
});
