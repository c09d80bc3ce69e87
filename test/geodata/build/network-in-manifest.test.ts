import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { builtNetwork } from '../../../geodata/build/built-network.js';
import { bundle } from '../../../geodata/build/manifest.js';
import { manifestSchema } from '../../../src/catalog/manifest.js';

describe('a network beside the layers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mizumichi-network-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const network = {
    tiles: { file: 'network/network.pmtiles', bytes: 1 },
    lines: { file: 'network/network.lines', bytes: 1 },
    counts: { sewers: 1, manholes: 0, inlets: 0 },
    bbox: [130, 33, 131, 34],
    source: '下水道台帳',
    asOf: '2026-04-01',
    accuracyMeters: 5,
  };

  it('is not there until somebody imports one, and the manifest is as before', () => {
    expect(builtNetwork(folder)).toBeNull();
    expect(bundle(new Map(), new Map(), null).manifest).toEqual(bundle(new Map()).manifest);
  });

  it('is named by the manifest; a damaged record stops the build', () => {
    mkdirSync(join(folder, 'network'));
    writeFileSync(join(folder, 'network/network.json'), JSON.stringify(network));
    const { manifest } = bundle(new Map(), new Map(), builtNetwork(folder));
    expect(v.parse(manifestSchema, JSON.parse(JSON.stringify(manifest))).network).toEqual(network);
    writeFileSync(join(folder, 'network/network.json'), '{}');
    expect(() => builtNetwork(folder)).toThrow();
  });
});
