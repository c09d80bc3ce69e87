import type { Drawing } from '../drawing/drawing.js';
import { toSvg } from '../drawing/to-svg.js';

/**
 * A drawing as a PNG at so many dots an inch. A picture inside an SVG image may not load from an address, so it is
 * drawn below the lines, which are made without it. Null when the browser cannot.
 */
export async function svgToPng(
  drawing: Drawing,
  pictureAddress: string,
  dotsPerInch: number,
): Promise<Blob | null> {
  const dots = (millimeters: number) => Math.round((millimeters / 25.4) * dotsPerInch);
  const [width, height] = [dots(drawing.widthMillimeters), dots(drawing.heightMillimeters)];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  try {
    const image = drawing.items.find((item) => item.kind === 'image');
    if (image) {
      const top = drawing.heightMillimeters - image.at[1] - image.heightMillimeters;
      const box = [image.at[0], top, image.widthMillimeters, image.heightMillimeters].map(dots);
      context.drawImage(await loaded(pictureAddress), box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0);
    }
    const lines = toSvg({ ...drawing, items: drawing.items.filter((item) => item.kind !== 'image') });
    context.drawImage(
      await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(lines)}`),
      0,
      0,
      width,
      height,
    );
  } catch {
    return null;
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}
