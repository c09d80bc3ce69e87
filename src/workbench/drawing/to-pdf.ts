import { visibleText } from '../../i18n/shown-text.js';
import { zlibSync } from 'fflate';
import type { Drawing, ImageItem, LineItem, TextItem } from './drawing.js';
import { runs, textWidth, winAnsiCode } from './helvetica.js';
import { byteOrderMark } from '../../formats/encoding-of-start.js';

const pointsPerMillimeter = 72 / 25.4;

/** The CJK fonts every PDF reader knows by name, so that no font file travels with the drawing. */
const cjkFonts = {
  ja: { name: 'HeiseiKakuGo-W5', encoding: 'UniJIS-UTF16-H', ordering: 'Japan1', supplement: 5 },
  zh: { name: 'STSong-Light', encoding: 'UniGB-UTF16-H', ordering: 'GB1', supplement: 5 },
  ko: { name: 'HYGoThic-Medium', encoding: 'UniKS-UTF16-H', ordering: 'Korea1', supplement: 2 },
} as const;
export type CjkFont = keyof typeof cjkFonts;

/**
 * Drawings as a PDF of vectors at true size, one a page: a millimetre here is a millimetre on paper when printed at 100 %.
 * Latin letters are Helvetica, the others the reader's own CJK font; pictures are embedded as JPEG.
 */
export function toPdf(drawings: readonly Drawing[], cjk: CjkFont): Uint8Array {
  const file = new PdfFile();
  const catalog = file.reserve();
  const pages = file.reserve();
  const latin = file.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const wide = file.add(cjkFont(file, cjk));
  const kids = drawings.map((drawing) => {
    const images = drawing.items.filter((item) => item.kind === 'image');
    const names = images.map((image, index) => ({
      name: `I${index}`,
      object: file.addStream(imageDictionary(image), image.jpeg),
    }));
    const content = file.addStream('/Filter /FlateDecode', zlibSync(ascii(contentOf(drawing, images))));
    const xObjects = names.map(({ name, object }) => `/${name} ${object} 0 R`).join(' ');
    const [width, height] = [drawing.widthMillimeters, drawing.heightMillimeters].map((value) =>
      number(value * pointsPerMillimeter),
    );
    return file.add(
      `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${content} 0 R ` +
        `/Resources << /Font << /F1 ${latin} 0 R /F2 ${wide} 0 R >> /XObject << ${xObjects} >> >> >>`,
    );
  });
  file.set(
    pages,
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`,
  );
  // PrintScaling /None asks the reader not to shrink the page to the printer's margins.
  file.set(catalog, `<< /Type /Catalog /Pages ${pages} 0 R /ViewerPreferences << /PrintScaling /None >> >>`);
  const info = file.add(
    `<< /Title ${hexText(visibleText(drawings[0]?.title ?? ''))} /Producer ${hexText('mizumichi')} >>`,
  );
  return file.bytes(catalog, info);
}

function cjkFont(file: PdfFile, cjk: CjkFont): string {
  const { name, encoding, ordering, supplement } = cjkFonts[cjk];
  const descriptor = file.add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 114 >>`,
  );
  const descendant = file.add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement ${supplement} >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
  );
  return `<< /Type /Font /Subtype /Type0 /BaseFont /${name}-${encoding} /Encoding /${encoding} /DescendantFonts [${descendant} 0 R] >>`;
}

function imageDictionary({ pixels: [width, height] }: ImageItem): string {
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
}

function contentOf(drawing: Drawing, images: readonly ImageItem[]): string {
  // From here on one unit is a millimetre.
  const parts = [`${number(pointsPerMillimeter)} 0 0 ${number(pointsPerMillimeter)} 0 0 cm 1 j 1 J`];
  for (const item of drawing.items) {
    if (item.kind === 'line') parts.push(line(item));
    else if (item.kind === 'text') parts.push(text(item));
    else {
      const { at, widthMillimeters: width, heightMillimeters: height } = item;
      parts.push(
        `q ${number(width)} 0 0 ${number(height)} ${number(at[0])} ${number(at[1])} cm /I${images.indexOf(item)} Do Q`,
      );
    }
  }
  return parts.join('\n');
}

function line({ points, closed, colour, widthMillimeters, dash, fill }: LineItem): string {
  const path = points
    .map(([x, y], index) => `${number(x)} ${number(y)} ${index === 0 ? 'm' : 'l'}`)
    .join(' ');
  const filled = closed === true && fill !== undefined;
  const stroked = widthMillimeters > 0;
  const paint = filled ? (stroked ? 'b' : 'f') : closed ? 's' : 'S';
  const dashes = `[${(dash ?? []).map(number).join(' ')}] 0 d`;
  return `${rgb(colour)} RG ${filled ? `${rgb(fill)} rg ` : ''}${number(widthMillimeters)} w ${dashes} ${path} ${paint}`;
}

function text({
  at,
  text: written,
  heightMillimeters: size,
  anchor,
  rotationDegrees = 0,
  colour,
}: TextItem): string {
  const content = visibleText(written);
  const shift = { start: 0, middle: -0.5, end: -1 }[anchor] * textWidth(content, size);
  const radians = (rotationDegrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)];
  const [x, y] = [at[0] + shift * cosine, at[1] + shift * sine];
  const shown = runs(content).map((run) =>
    run.latin
      ? `/F1 ${number(size)} Tf ${literal(run.text)} Tj`
      : `/F2 ${number(size)} Tf ${utf16(run.text)} Tj`,
  );
  const matrix = [cosine, sine, -sine, cosine, x, y].map(number).join(' ');
  return `BT ${rgb(colour)} rg ${matrix} Tm ${shown.join(' ')} ET`;
}

const number = (value: number) => String(Math.round(value * 100_000) / 100_000);
const ascii = (content: string) => Uint8Array.from(content, (character) => character.charCodeAt(0) & 0xff);
/** A string of WinAnsi codes; marks as octal, so that no bracket can close it. */
function literal(content: string): string {
  const codes = Array.from(content, (character) => winAnsiCode(character) ?? 0x3f);
  return `(${codes.map(stringCode).join('')})`;
}

function stringCode(code: number): string {
  const character = String.fromCharCode(code);
  return /[A-Za-z0-9 .,=:/+-]/.test(character) ? character : `\\${code.toString(8).padStart(3, '0')}`;
}

function utf16(content: string): string {
  let hex = '';
  for (let unit = 0; unit < content.length; unit++)
    hex += content.charCodeAt(unit).toString(16).padStart(4, '0');
  return `<${hex}>`;
}

/** Text outside pages is UTF-16 with a mark. */
function hexText(content: string): string {
  return utf16(byteOrderMark + content);
}

function rgb(colour: string): string {
  const value = parseInt(colour.slice(1), 16);
  return [16, 8, 0].map((shift) => number(((value >> shift) & 0xff) / 255)).join(' ');
}

/** Objects and their table, byte-exact. */
class PdfFile {
  readonly #objects: (Uint8Array | null)[] = [];

  reserve(): number {
    return this.#objects.push(null);
  }
  set(id: number, body: string): void {
    this.#objects[id - 1] = ascii(body);
  }
  add(body: string): number {
    const id = this.reserve();
    this.set(id, body);
    return id;
  }
  addStream(dictionary: string, data: Uint8Array): number {
    const head = ascii(`<< ${dictionary} /Length ${data.length} >>\nstream\n`);
    return this.#objects.push(join([head, data, ascii('\nendstream')]));
  }

  bytes(catalog: number, info: number): Uint8Array {
    // The comment of high bytes tells programs that this is not text.
    const chunks: Uint8Array[] = [Uint8Array.from([...ascii('%PDF-1.5\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])];
    let offset = chunks[0]?.length ?? 0;
    const offsets: number[] = [];
    for (const [index, body] of this.#objects.entries()) {
      const chunk = join([ascii(`${index + 1} 0 obj\n`), body ?? ascii('null'), ascii('\nendobj\n')]);
      offsets.push(offset);
      offset += chunk.length;
      chunks.push(chunk);
    }
    const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
    const size = offsets.length + 1;
    chunks.push(
      ascii(
        `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${offset}\n%%EOF\n`,
      ),
    );
    return join(chunks);
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
