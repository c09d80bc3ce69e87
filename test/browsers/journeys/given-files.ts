/** Files a person has at hand: nothing in them is data of the city. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  feature,
  makeWithGdal,
  point,
  shapefileMembers,
  testFolder,
  zip,
} from '../../geodata/import/make-files.js';
import { zoneFile, zoneStem } from '../../e2e/inundation-zone.js';

const tenjin = [130.4017, 33.5902] as const;

export interface GivenFile {
  name: string;
  content: string | Uint8Array;
}

/** Two manholes as a spreadsheet writes them. */
export const table: GivenFile = {
  name: 'manholes.csv',
  content: '名称,経度,緯度\n人孔1,130.4017,33.5902\n人孔2,130.4027,33.5912\n',
};

export const line: GivenFile = {
  name: 'alignment.geojson',
  content: JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        ...feature({ 路線名: '見本幹線' }, null),
        geometry: {
          type: 'LineString',
          coordinates: [
            [130.393, 33.588],
            [130.401, 33.593],
          ],
        },
      },
    ],
  }),
};

/** 国土数値情報 A51 around 天神, 0.5 to 1 m deep. */
export const inlandFlood: GivenFile = {
  name: `${zoneStem}.geojson`,
  content: zoneFile(),
};

/** Pump wells as a Shapefile in plane zone II: only GDAL reads it. */
export async function shapefile(): Promise<GivenFile> {
  const parts = await makeWithGdal([feature({ 名称: 'ポンプ井' }, point(...tenjin))], {
    format: 'ESRI Shapefile',
    crs: 'EPSG:6670',
    encoding: 'CP932',
  });
  return { name: 'wells.zip', content: zip(shapefileMembers(parts, 'wells')) };
}

/** Puts files on the disk, for a field that chooses them. @returns their paths */
export function onDisk(...files: GivenFile[]): Promise<string[]> {
  const folder = testFolder();
  return Promise.all(
    files.map(async ({ name, content }) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    }),
  );
}
