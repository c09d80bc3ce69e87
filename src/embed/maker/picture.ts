import { wrapText } from './wrap-text.js';

export interface PictureInput {
  title: string;
  caption: string;
  /** The map as drawn, any size. */
  map: Blob;
  /** A round length and the share of the map's width it spans. */
  scale: { text: string; share: number };
  /** The legend as it stands on the page: titles, and signs with their words. */
  legend: { title: string; items: { sign: SVGElement; label: string }[] }[];
  /** Source, date, version, limits. */
  foot: string[];
  dark: boolean;
}

const width = 1200;
const margin = 32;
const column = 280;

/** One PNG that carries everything an embed carries, so that a copied picture still says what it is. */
export async function composePicture(input: PictureInput): Promise<Blob> {
  const map = await createImageBitmap(input.map);
  const signs = await Promise.all(
    input.legend.map(({ items }) => Promise.all(items.map(({ sign }) => signImage(sign)))),
  );
  const canvas = document.createElement('canvas');
  canvas.width = width;
  // Laid out once without paint to learn the height.
  canvas.height = layOut(canvas, input, map, signs);
  layOut(canvas, input, map, signs);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('the canvas gave no picture');
  return blob;
}

function layOut(
  canvas: HTMLCanvasElement,
  { title, caption, scale, legend, foot, dark }: PictureInput,
  map: ImageBitmap,
  signs: readonly (readonly HTMLImageElement[])[],
): number {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  const [paper, ink, quiet] = dark ? ['#171c23', '#f1f3f5', '#b9c0c9'] : ['#ffffff', '#1a1a1a', '#50565e'];
  const inner = width - 2 * margin;
  let y = margin;
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'top';
  const write = (text: string, size: number, weight: number, colour: string) => {
    context.font = `${weight} ${size}px 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic UI', Meiryo, sans-serif`;
    context.fillStyle = colour;
    for (const line of wrapText(text, inner, (part) => context.measureText(part).width)) {
      context.fillText(line, margin, y);
      y += size * 1.5;
    }
  };
  if (title !== '') write(title, 34, 700, ink);
  if (caption !== '') write(caption, 22, 400, quiet);
  if (y > margin) y += 8;

  const height = Math.round((inner / map.width) * map.height);
  context.drawImage(map, margin, y, inner, height);
  drawScale(context, scale, { x: margin + 16, y: y + height - 16, width: inner });
  y += height + 16;

  legend.forEach((layer, index) => {
    write(layer.title, 22, 700, ink);
    context.font = "400 20px 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic UI', Meiryo, sans-serif";
    const columns = Math.floor(inner / column);
    layer.items.forEach(({ label }, item) => {
      const x = margin + (item % columns) * column;
      const row = y + Math.floor(item / columns) * 34;
      const sign = signs[index]?.[item];
      if (sign) context.drawImage(sign, x, row, 39, 28);
      context.fillStyle = ink;
      context.fillText(label, x + 48, row + 2, column - 56);
    });
    y += Math.ceil(layer.items.length / columns) * 34 + 10;
  });
  for (const line of foot) write(line, 18, 400, quiet);
  return Math.ceil(y + margin / 2);
}

/** A bar with its length, on a seam of white: it must be read on any colour. */
function drawScale(
  context: CanvasRenderingContext2D,
  { text, share }: PictureInput['scale'],
  at: { x: number; y: number; width: number },
): void {
  const length = share * at.width;
  const bar = new Path2D(`M${at.x} ${at.y - 12}v12h${length}v-12`);
  for (const [colour, thickness] of [
    ['#ffffff', 8],
    ['#1a1a1a', 3],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = thickness;
    context.stroke(bar);
  }
  context.font = "700 18px 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic UI', Meiryo, sans-serif";
  context.textAlign = 'center';
  context.strokeStyle = '#ffffff';
  context.lineWidth = 5;
  context.strokeText(text, at.x + length / 2, at.y - 34);
  context.fillStyle = '#1a1a1a';
  context.fillText(text, at.x + length / 2, at.y - 34);
  context.textAlign = 'start';
}

/** The very sign of the page's legend, as an image. */
function signImage(sign: SVGElement): Promise<HTMLImageElement> {
  const copy = sign.cloneNode(true) as SVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(copy.outerHTML)}`;
  return image.decode().then(() => image);
}
