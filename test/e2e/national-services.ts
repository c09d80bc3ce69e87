/** The national services as a test plays them: tiles painted to the published palette, answers of the address search. */
import { crc32, deflateSync } from 'node:zlib';
import type { BrowserContext, Page, Route } from '@playwright/test';
import { nationalRasters, type Hazard } from '../../src/catalog/national.js';

export type Paint = (column: number, row: number) => string | null;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A 256 × 256 RGBA picture; null = transparent. */
export function png(paint: Paint): Buffer {
  const size = 256;
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const colour = paint(column, row);
      if (colour === null) continue;
      const at = row * (size * 4 + 1) + 1 + column * 4;
      rows.writeUInt32BE(((parseInt(colour.slice(1), 16) << 8) | 255) >>> 0, at);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const cors = { 'access-control-allow-origin': '*' };

export const send =
  (picture: Buffer) =>
  (route: Route): Promise<void> =>
    route.fulfill({ status: 200, contentType: 'image/png', headers: cors, body: picture });
export const refuse =
  (status: number) =>
  (route: Route): Promise<void> =>
    route.fulfill({ status, headers: cors, body: '' });

/** Height in centimetres as a tile of one colour. */
export const heightTile = (centimetres: number) => png(() => `#${centimetres.toString(16).padStart(6, '0')}`);

export interface Services {
  /** Every address that was asked for. */
  asked: string[];
}

/** Answers for the tile servers; what is not named is a 404, as where nothing is published. */
export async function playTiles(
  context: BrowserContext,
  hazards: Partial<Record<Hazard, (route: Route) => Promise<void>>>,
  elevation: (route: Route) => Promise<void> = refuse(404),
): Promise<Services> {
  const asked: string[] = [];
  await context.route('https://disaportaldata.gsi.go.jp/**', async (route) => {
    const url = route.request().url();
    asked.push(url);
    const raster = nationalRasters.find((each) => url.startsWith(each.url.split('{')[0] ?? '?'));
    const answer = (raster && hazards[raster.hazard]) ?? refuse(404);
    await answer(route).catch(() => undefined);
  });
  await context.route('https://cyberjapandata.gsi.go.jp/**', async (route) => {
    asked.push(route.request().url());
    await elevation(route).catch(() => undefined);
  });
  return { asked };
}

/** Opens what the national maps say, and switches the services on. */
export async function allowNational(page: Page): Promise<void> {
  const section = page.getByTestId('national');
  await section.locator('summary').click();
  await section.getByRole('switch', { name: '国の地図サービスを使う' }).check();
}
