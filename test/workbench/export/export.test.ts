import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { city as fukuoka } from '../../../src/catalog/city.js';
import { distanceMeters } from '../../../src/geometry/measure.js';
import { DxfWriter } from '../../../src/workbench/drawing/dxf-writer.js';
import { encodeCp932 } from '../../../src/workbench/drawing/cp932.js';
import {
  exportFormats,
  exportSystems,
  safeFileName,
  type ExportData,
} from '../../../src/workbench/export/export-data.js';
import { exportFile } from '../../../src/workbench/export/export-file.js';
import { writeWithGdal } from '../../../src/workbench/export/write-with-gdal.js';
import { eachPosition } from '../../../src/geometry/positions.js';
import type { Gdal3 } from '../../../src/formats/gdal/gdal3.js';
import { isPlaced, type OverlayLayer } from '../../../src/workbench/overlay/overlay.js';
import { placeUnplaced } from '../../../src/workbench/overlay/place-layer.js';
import { readFiles } from '../../../src/workbench/overlay/read-files.js';
import { scoreCrs } from '../../../src/formats/crs/score-crs.js';
import { gdalForTests, gdalInMemory } from '../../formats/gdal-for-tests.js';

const cityFrame = { epsg: fukuoka.planeEpsg, box: fukuoka.bbox, frame: fukuoka.frame };
let gdal: Gdal3;
beforeAll(async () => {
  gdal = await gdalForTests();
});

const data: ExportData = {
  name: '計画 幹線/2号',
  credit: '福岡市の下水道 令和7年度版 22ページ',
  features: [
    {
      geometry: { type: 'Point', coordinates: [130.4207, 33.5898] },
      properties: { name: '博多', dia: 5000, memo: '=1+1', code: '0012' },
    },
    {
      geometry: {
        type: 'LineString',
        coordinates: [
          [130.4017, 33.5902],
          [130.41, 33.5911],
          [130.42, 33.58],
        ],
      },
      properties: { name: '線', dia: 1.5, memo: 'a,"b"\nc', code: '0013' },
    },
    {
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [130.4, 33.58],
            [130.41, 33.58],
            [130.41, 33.59],
            [130.4, 33.59],
            [130.4, 33.58],
          ],
          [
            [130.402, 33.582],
            [130.404, 33.582],
            [130.404, 33.584],
            [130.402, 33.582],
          ],
        ],
      },
      properties: { name: '面', dia: null, memo: null, code: '0014' },
    },
  ],
};
const positionsOf = (layers: { features: readonly { geometry: Parameters<typeof eachPosition>[0] }[] }[]) => {
  const found: [number, number][] = [];
  for (const { features } of layers)
    for (const { geometry } of features) eachPosition(geometry, ([x = NaN, y = NaN]) => found.push([x, y]));
  return found;
};

async function readBack(name: string, bytes: Uint8Array): Promise<OverlayLayer[]> {
  const results = await readFiles([{ name, bytes }], {
    city: cityFrame,
    loadGdal: gdalInMemory,
    onProgress: () => undefined,
  });
  return results.flatMap((result) => {
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.layers.map((layer) => {
      if (isPlaced(layer)) return layer;
      const best = scoreCrs(positionsOf([layer]), cityFrame).candidates[0];
      if (!best) throw new Error('no candidate');
      return placeUnplaced(layer, best, cityFrame);
    });
  });
}

describe('what goes out comes in again the same', () => {
  it.each(exportFormats.flatMap((format) => exportSystems.map((system) => [format, system] as const)))(
    '%s in %s',
    async (format, system) => {
      const result = await exportFile(data, format, system, 6670, (request) => writeWithGdal(gdal, request));
      if (!result.ok) throw new Error(JSON.stringify(result.problem));
      expect(result.file.name).not.toMatch(/[/\\]/);
      const layers = await readBack(result.file.name, result.file.bytes);
      const back = positionsOf(layers);
      for (const wanted of positionsOf([data]))
        expect(Math.min(...back.map((position) => distanceMeters(position, wanted)))).toBeLessThan(0.001);
      if (format !== 'dxf') {
        const rows = layers.flatMap(({ features }) => features.map(({ properties }) => properties));
        expect(rows.map(({ name }) => name).sort()).toEqual(['博多', '線', '面']);
        expect(rows.find(({ name }) => name === '博多')).toMatchObject({ dia: 5000, code: '0012' });
      }
    },
  );

  it('refuses to write nothing', async () => {
    const result = await exportFile({ ...data, features: [] }, 'csv', 'degrees', 6670, (request) =>
      writeWithGdal(gdal, request),
    );
    expect(result).toEqual({ ok: false, problem: { reason: 'nothing' } });
  });
});

describe('CSV', () => {
  it('keeps a spreadsheet from running a cell, and writes X north, Y east in the plane', async () => {
    const points = { ...data, features: data.features.slice(0, 1) };
    const result = await exportFile(points, 'csv', 'plane', 6670, (request) => writeWithGdal(gdal, request));
    const text = result.ok ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(result.file.bytes) : '';
    expect(text.startsWith('\ufeffname,dia,memo,code,X,Y\r\n')).toBe(true);
    const cells = text.split('\r\n')[1]?.split(',') ?? [];
    expect(cells[2]).toBe("'=1+1");
    expect(Number(cells[4])).toBeGreaterThan(60_000);
    expect(Number(cells[5])).toBeLessThan(-50_000);
  });
});

describe('DXF text', () => {
  it('is CP932, and any other letter is escaped', () => {
    const text = '下水道φ①ﾃｽﾄ~\\';
    expect(new TextDecoder('shift_jis').decode(encodeCp932(text))).toBe(text);
    expect(new TextDecoder('ascii').decode(encodeCp932('한é😀'))).toBe('\\U+D55C\\U+00E9\\U+D83D\\U+DE00');
  });

  it('keeps every group in its place, whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (layer, label) => {
        const writer = new DxfWriter('test');
        writer.text(layer, [1, 2], label, 1);
        writer.polyline(
          layer,
          [
            [0, 0],
            [1e-9, 1e20],
            [NaN, Infinity],
          ],
          true,
        );
        const lines = new TextDecoder('shift_jis').decode(writer.bytes()).split('\r\n');
        expect(lines.length % 2).toBe(1);
        for (let index = 0; index + 1 < lines.length; index += 2) expect(lines[index]).toMatch(/^\s*\d+$/);
        expect(lines.at(-2)).toBe('EOF');
      }),
    );
  });
});

describe('file names', () => {
  it('have nothing a system would stumble over', () => {
    expect(safeFileName('a/b\\c:d*?"<>|\n')).toBe('a_b_c_d_');
    expect(safeFileName('...')).toBe('mizumichi');
    expect(safeFileName('../../etc/passwd')).not.toContain('/');
  });
});
