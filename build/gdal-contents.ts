import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something that is compiled into, or packed beside, the WebAssembly of gdal3.js. */
export interface Contained {
  name: string;
  /** Null: neither the file nor its makers say which. */
  version: string | null;
  license: string;
  /** Where name and version were read: a text in that file of the package. Tested, so a new gdal3.js is looked at anew. */
  found: { in: 'wasm' | 'data' | 'readme'; text: string };
}

/** The release of gdal3.js that the list below was read from. */
export const gdalPackageVersion = '2.8.1';

const wasm = (text: string) => ({ in: 'wasm', text }) as const;
const data = (text: string) => ({ in: 'data', text }) as const;
const readme = (text: string) => ({ in: 'readme', text }) as const;

/** Every library inside gdal3.js, as far as the package itself tells; the last column of licences.txt says where. */
export const gdalContents: readonly Contained[] = [
  { name: 'GDAL', version: '3.8.4', license: 'MIT', found: wasm('GDAL 3.8.4') },
  { name: 'PROJ', version: '9.3.1', license: 'MIT', found: wasm('PROJ_BUILD_VERSION=9.3.1') },
  { name: 'GEOS', version: '3.12.1', license: 'LGPL-2.1', found: wasm('GEOS_VERSION=3.12.1-CAPI') },
  {
    name: 'SpatiaLite',
    version: '5.1.0',
    license: 'MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later',
    found: wasm('\x005.1.0\x00'),
  },
  // The day and check-in of the source, as 3.45.1 has them.
  {
    name: 'SQLite',
    version: '3.45.1',
    license: 'public domain',
    found: wasm('2024-01-30 16:01:20 e876e51a0ed5c5b3126f52e532044363a014bc594cfefa87ffb5b82257cc467a'),
  },
  { name: 'libtiff', version: '4.6.0', license: 'libtiff', found: wasm('LIBTIFF, Version 4.6.0') },
  { name: 'libgeotiff', version: '1.7.1', license: 'MIT', found: readme('GeoTIFF 1.7.1') },
  { name: 'libwebp', version: '1.3.2', license: 'BSD-3-Clause', found: readme('WebP 1.3.2') },
  { name: 'Expat', version: '2.6.0', license: 'MIT', found: readme('Expat 2.6.0') },
  { name: 'zlib', version: '1.3.1', license: 'Zlib', found: readme('Zlib 1.3.1') },
  { name: 'GNU libiconv', version: '1.17', license: 'LGPL-2.1-or-later', found: readme('Iconv 1.17') },
  {
    name: 'Emscripten runtime (with musl, libc++, compiler-rt)',
    version: '3.1.51',
    license: 'MIT OR NCSA; MIT; Apache-2.0 WITH LLVM-exception',
    found: readme('Emscripten 3.1.51'),
  },
  { name: 'libjpeg', version: '6b', license: 'IJG', found: wasm('\x006b  27-Mar-1998\x00') },
  { name: 'libpng', version: '1.6.37', license: 'libpng-2.0', found: wasm('\x001.6.37\x00') },
  { name: 'Qhull', version: '2020.2', license: 'Qhull', found: wasm('2020.2.r 2020/08/31') },
  { name: 'giflib', version: null, license: 'MIT', found: wasm('GIF89a') },
  { name: 'json-c', version: null, license: 'MIT', found: wasm('json-c aborts with error') },
  { name: 'LERC', version: null, license: 'Apache-2.0', found: wasm('GDAL_LercNS5Lerc2E') },
  { name: 'libopencad', version: null, license: 'MIT', found: wasm('libopencad %s does not support') },
  { name: 'PCIDSK SDK', version: null, license: 'MIT', found: wasm('CPCIDSKFile') },
  { name: 'g2clib and degrib', version: null, license: 'public domain', found: wasm('g2_getfld:') },
  { name: 'libcsf', version: null, license: 'BSD-3-Clause', found: data('frmts/pcraster/libcsf') },
  { name: 'minizip', version: null, license: 'Zlib', found: data('port/cpl_minizip') },
  {
    name: 'FlatGeobuf with flatbush',
    version: null,
    license: 'ISC',
    found: data('ogr/ogrsf_frmts/flatgeobuf\n'),
  },
  { name: 'FlatBuffers', version: null, license: 'Apache-2.0', found: data('flatgeobuf/flatbuffers') },
  { name: 'JSON for Modern C++', version: null, license: 'MIT', found: wasm('proj_nlohmann') },
  {
    name: 'EPSG Geodetic Parameter Dataset (in proj.db)',
    version: '10.098',
    license: 'IOGP terms of use',
    found: data('EPSG.VERSIONv10.098'),
  },
  {
    name: 'PROJ-data (in proj.db)',
    version: '1.16',
    license: 'see its sources',
    found: data('PROJ_DATA.VERSION1.16'),
  },
];

const folder = 'node_modules/gdal3.js';
const files = {
  wasm: 'dist/package/gdal3WebAssembly.wasm',
  data: 'dist/package/gdal3WebAssembly.data',
  readme: 'README.md',
} as const;

/** The bytes of one of the package's files. */
export function gdalFile(name: keyof typeof files): Buffer {
  return readFileSync(join(folder, files[name]));
}

/** One line each, for licences.txt. */
export function gdalContentsList(): string {
  const where = { wasm: 'as the WebAssembly says', data: 'as its data says', readme: 'as its README says' };
  return gdalContents
    .map(
      ({ name, version, license, found }) =>
        `${name} ${version ?? '(version unknown)'}: ${license} (${where[found.in]})`,
    )
    .join('\n');
}

/** GDAL's own list of licences, for all that lies in its source tree; it travels in the package's data. */
export function gdalLicenseText(): string {
  const script = readFileSync(join(folder, 'dist/package/gdal3.js'), 'utf8');
  const [, start, end] = /"\/usr\/share\/gdal\/LICENSE\.TXT",start:(\w+),end:(\w+)/.exec(script) ?? [];
  const text = gdalFile('data').subarray(Number(start), Number(end)).toString('utf8').trim();
  if (!text.startsWith('GDAL/OGR Licensing')) throw new Error('GDAL’s LICENSE.TXT was not found in its data');
  return text;
}
