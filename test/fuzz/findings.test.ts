/** What the fuzzing found, smallest case each, so that it stays found. */
import { describe, expect, it } from 'vitest';
import { parseDepthClass } from '../../geodata/import/driver/depth-class.js';
import { placemarksOf } from '../../src/formats/text/open-kml.js';
import { ReadFailure } from '../../src/formats/read-failure.js';
import { formatEmbedHash, parseEmbedHash } from '../../src/embed/options/embed-hash.js';
import { parseStory } from '../../src/embed/story/parse-story.js';
import { parseVertex } from '../../src/workbench/measure/parse-vertex.js';
import { bytesSource } from '../../src/formats/byte-source.js';
import { allFeatures, type RawLayer } from '../../src/formats/raw-layer.js';
import { openCsv } from '../../src/formats/text/open-csv.js';
import { openSfc } from '../../src/formats/text/open-sfc.js';
import { parseNumber } from '../../src/formats/text/parse-number.js';
import { readLimits } from '../../src/workbench/overlay/limits.js';
import { ringCrossesItself } from '../../src/geometry/self-crossing.js';
import { elementsNamed } from '../../src/formats/text/xml.js';
import { readProject, writeProject } from '../../src/workbench/project/project-file.js';
import { emptyWorkbench } from '../../src/workbench/project/empty-workbench.js';
import { parseSites } from '../../src/workbench/sites/parse-sites.js';
import { bytes } from './seeds.js';

const featuresOf = async (opened: Promise<RawLayer>) => allFeatures((await opened).features(), Infinity);
const sfc = (drawing: string) => openSfc(bytesSource('a.sfc', bytes(drawing)), readLimits);

/** Does it at once, where it once took minutes or all memory: the test's own time limit is the proof. */
const atOnce = { timeout: 5_000 };

describe('once found', () => {
  it('half a character in a title can be written into an address', () => {
    const { options } = parseEmbedHash('#/?title=\ud83d', []);
    expect(options.title).toBe('\ufffd');
    expect(formatEmbedHash(options)).toBe('#/?title=%EF%BF%BD');
    expect(parseEmbedHash(`#/?title=${'x'.repeat(119)}%F0%9F%8C%A7`, []).options.title).toMatch(/x\ufffd$/);
  });

  it('half a character among the layers of a comparison is named, not thrown', () => {
    expect(parseEmbedHash('cl=\udc00', []).dropped).toMatchObject([{ key: 'cl', reason: 'malformed' }]);
  });

  it('a number too long for a number is none', () => {
    const nines = '9'.repeat(400);
    expect(parseDepthClass(`${nines}m以上`)).toBeNull();
    expect(parseNumber(nines)).toBeNull();
    expect(parseVertex(`${nines},1`, 6670)).toBeNull();
  });

  it('thirty thousand digits and a letter are read once', atOnce, () => {
    const digits = '1'.repeat(300_000);
    expect(parseNumber(`${digits}N`)).toBeNull();
    expect(parseVertex(`${digits}N 1`, 6670)).toBeNull();
  });

  it('parts of a drawing that hold each other end', atOnce, async () => {
    const place = String.raw`/*SXF #1 = sfig_locate_feature('0',\'A\','1','2','45','1','1') SXF*/`;
    const drawing = `${place.repeat(10)}/*SXF #2 = sfig_org_feature(\\'A\\','1') SXF*/`;
    expect(await featuresOf(sfc(drawing))).toEqual([]);
  });

  it('an arc goes round once', atOnce, async () => {
    const arc = "/*SXF #1 = arc_feature('1','1','1','1','0','0','5','0','0','99999999999') SXF*/";
    const [shape] = (await featuresOf(sfc(arc))) as { geometry: { coordinates: unknown[] } }[];
    expect(shape?.geometry.coordinates).toHaveLength(73);
  });

  it('a drawing of openings without ends is read once', atOnce, async () => {
    await expect(sfc('/*SXF #1 = a('.repeat(100_000))).rejects.toThrow(ReadFailure);
  });

  it('a header of a hundred thousand names over short rows costs its own length', atOnce, async () => {
    const names = Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(',');
    const rows = '1,2\n'.repeat(15_000);
    const table = bytesSource('a.csv', bytes(`lon,lat,${names}\n${rows}`));
    expect(await featuresOf(openCsv(table, readLimits))).toHaveLength(15_000);
    expect(parseSites(`lon,lat,${names}\n${rows}`)).toMatchObject({ ok: true });
  });

  it('signs that begin nothing stop an XML at once', atOnce, () => {
    for (const sign of ['<!--/>', '<![CDATA[/>', '<?/>', '<!DOCTYPE x', '<!--', '<'])
      expect(() => [...elementsNamed(`<kml>${sign.repeat(50_000)}</kml>`, 'Placemark')], sign).toThrow(
        ReadFailure,
      );
    const placemarks = () => [...placemarksOf('<!--'.repeat(100_000))];
    expect(placemarks).toThrow(ReadFailure);
  });

  it('a sign called like something every object has is left as written', () => {
    const kml = '<Placemark><name>&constructor; &amp; &toString;</name></Placemark>';
    expect([...placemarksOf(kml)][0]?.attributes.get('name')).toBe('&constructor; & &toString;');
  });

  it('collections in collections are no way to the end of the stack', () => {
    const depth = 100_000;
    const geometry = `${'{"type":"GeometryCollection","geometries":['.repeat(depth)}${']}'.repeat(depth)}`;
    const rest = {
      ...emptyWorkbench(),
      sketch: [{ id: 's', name: 's', kind: 'point' as const, geometry: null }],
    };
    const text = writeProject({ savedAt: 'x', dataVersion: null, overlays: [], rest });
    const deep = text.replace('"geometry":null', `"geometry":${geometry}`);
    const read = readProject(deep);
    expect(read).toEqual({ ok: false, problem: { reason: 'invalid', path: 'rest.sketch.0.geometry' } });
  });

  it('a knot of a line is not untied pair by pair', atOnce, () => {
    const knot = Array.from({ length: 19_999 }, (_, at) => [at % 2, (at * 7919) % 19_999]);
    expect(typeof ringCrossesItself([...knot, knot[0] ?? []])).toBe('boolean');
  });

  it('a story of opening brackets is read once', atOnce, () => {
    const markdown = `# t\n\n## s\n\n${'['.repeat(200_000)}${'[a](b'.repeat(50_000)}`;
    expect(parseStory(markdown).ok).toBe(true);
  });
});
