import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  gdalContents,
  gdalContentsList,
  gdalFile,
  gdalLicenseText,
  gdalPackageVersion,
} from '../../build/gdal-contents.js';
import { formats } from '../../src/formats/format-table.js';
import { gdalForTests } from '../formats/gdal-for-tests.js';

const root = join(import.meta.dirname, '../..');
const security = readFileSync(join(root, 'SECURITY.md'), 'utf8').replace(/\s+/g, ' ');
const section = security.slice(
  security.indexOf('## What GDAL brings'),
  security.indexOf('## How the promises'),
);

describe('what the WebAssembly of gdal3.js contains', () => {
  it('was read from the release that is installed', () => {
    const { version } = JSON.parse(
      readFileSync(join(root, 'node_modules/gdal3.js/package.json'), 'utf8'),
    ) as {
      version: string;
    };
    expect(version, 'look into build/gdal-contents.ts and SECURITY.md anew').toBe(gdalPackageVersion);
  });

  it.each(gdalContents)('$name $version stands where it was found', ({ found }) => {
    expect(gdalFile(found.in).includes(found.text)).toBe(true);
  });

  it('names every library of the makers’ own list, in their version', () => {
    const told = /\*\*Compiled with\*\*\n([\s\S]*?)\n\n/.exec(gdalFile('readme').toString())?.[1] ?? '';
    const pairs = [...told.matchAll(/^- \[(\w+) ([\d.]+)\]/gm)].map(([, name = '', version = '']) => [
      name,
      version,
    ]);
    expect(pairs.length).toBeGreaterThan(10);
    for (const [name = '', version] of pairs)
      expect(
        gdalContents.find(
          (each) => each.name.toLowerCase().includes(name.toLowerCase()) && each.version === version,
        ),
        name,
      ).toBeDefined();
  });

  it('is listed with its licence, an unknown version as unknown', () => {
    const list = gdalContentsList().split('\n');
    expect(list).toHaveLength(gdalContents.length);
    expect(list[0]).toBe('GDAL 3.8.4: MIT (as the WebAssembly says)');
    expect(gdalContentsList()).toContain('giflib (version unknown): MIT');
    expect(gdalLicenseText()).toContain('alg/libqhull');
  });

  it('is followed in SECURITY.md, by the same versions', () => {
    expect(section.length).toBeGreaterThan(500);
    expect(section).toContain(`gdal3.js ${gdalPackageVersion}`);
    for (const { name, version } of gdalContents.filter((each) =>
      ['GDAL', 'SQLite', 'Expat'].includes(each.name),
    ))
      expect(section, name).toContain(`${name} ${version}`);
    const opened = [...new Set(formats.flatMap(({ drivers }) => drivers))];
    expect(opened.length).toBeGreaterThan(5);
    for (const driver of opened) expect(section, driver).toContain(driver);
  });
});

describe('GDAL itself, asked', () => {
  let names: string[];
  beforeAll(async () => {
    const { drivers } = (await gdalForTests()) as unknown as {
      drivers: Record<'raster' | 'vector', Record<string, unknown>>;
    };
    names = [...Object.keys(drivers.raster), ...Object.keys(drivers.vector)];
  });

  it('has no driver of the libraries that are said not to be there', () => {
    expect(names).toContain('GPKG');
    for (const absent of ['JP2OpenJPEG', 'netCDF', 'HDF5', 'Parquet', 'LIBKML', 'HTTP'])
      expect(names).not.toContain(absent);
  });
});
