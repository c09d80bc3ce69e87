import { describe, expect, it } from 'vitest';
import { drivers, driversOf } from '../../../geodata/import/driver/registry.js';
import { importLayerIds, importLayerNamed, importLayers } from '../../../geodata/import/layers.js';
import type { ImportDriver } from '../../../geodata/import/driver/import-driver.js';

const all: readonly ImportDriver[] = drivers;

describe('the registry', () => {
  it('lists every driver once, under the layers it says it reads', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const layer of importLayerIds) {
      expect(driversOf[layer].length).toBeGreaterThan(0);
      expect(all.filter(({ layers }) => layers.includes(layer))).toEqual(driversOf[layer]);
    }
  });

  it('tells no two kinds of published data by the same columns', () => {
    for (const driver of all) {
      if (driver.needsMapping) continue;
      const fields = new Set(driver.expects);
      expect(all.filter((other) => other.recognises(fields)).map(({ id }) => id)).toEqual([driver.id]);
      expect([driver.credit, driver.accuracyMeters, driver.specifiedCrs]).not.toContain(null);
    }
  });

  it('credits 国土数値情報 in the words its licence asks for', () => {
    const ksj = all.filter(({ title }) => title.startsWith('国土数値情報'));
    expect(ksj).toHaveLength(6);
    for (const { credit } of ksj)
      expect(credit).toMatch(/^「国土数値情報（.+データ）」（国土交通省）を加工して作成（[A-Z]\d\d）$/);
  });

  it('knows every layer by its id and its short names, and no other', () => {
    for (const layer of importLayerIds)
      for (const word of [layer, ...importLayers[layer].aliases])
        expect(importLayerNamed(` ${word.toUpperCase()} `)).toBe(layer);
    const words = importLayerIds.flatMap((layer) => [layer, ...importLayers[layer].aliases]);
    expect(new Set(words).size).toBe(words.length);
    expect(importLayerNamed('toString')).toBeNull();
  });
});
