import { shownText } from '../../i18n/shown-text.js';
import type { Drawing, DrawingItem } from './drawing.js';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
const round = (value: number) => String(Math.round(value * 1000) / 1000);

/** The drawing as SVG at true size: its width and height are millimetres. Text is escaped, scripts cannot get in. */
export function toSvg(drawing: Drawing): string {
  const { widthMillimeters: width, heightMillimeters: height } = drawing;
  const body = drawing.items.map((item) => element(item, height)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}mm" height="${round(height)}mm" viewBox="0 0 ${round(width)} ${round(height)}" role="img" font-family="sans-serif"><title>${escape(shownText(drawing.title))}</title>${body}</svg>`;
}

function element(item: DrawingItem, height: number): string {
  const layer = `data-layer="${escape(item.layer)}"`;
  if (item.kind === 'image') {
    const y = height - item.at[1] - item.heightMillimeters;
    return `<image ${layer} x="${round(item.at[0])}" y="${round(y)}" width="${round(item.widthMillimeters)}" height="${round(item.heightMillimeters)}" preserveAspectRatio="none" href="${escape(item.href)}"/>`;
  }
  if (item.kind === 'text') {
    const [x, y] = [round(item.at[0]), round(height - item.at[1])];
    const turned = item.rotationDegrees
      ? ` transform="rotate(${round(-item.rotationDegrees)} ${x} ${y})"`
      : '';
    const anchor = item.anchor === 'start' ? '' : ` text-anchor="${item.anchor}"`;
    return `<text ${layer} x="${x}" y="${y}" font-size="${round(item.heightMillimeters)}" fill="${escape(item.colour)}"${anchor}${turned}>${escape(shownText(item.text))}</text>`;
  }
  const points = item.points.map(([x, y]) => `${round(x)},${round(height - y)}`).join(' ');
  const dash = item.dash ? ` stroke-dasharray="${item.dash.map(round).join(' ')}"` : '';
  const fill = item.closed && item.fill ? escape(item.fill) : 'none';
  const stroke = item.widthMillimeters > 0 ? escape(item.colour) : 'none';
  return `<${item.closed ? 'polygon' : 'polyline'} ${layer} points="${points}" fill="${fill}" stroke="${stroke}" stroke-width="${round(item.widthMillimeters)}"${dash}/>`;
}
