import type { NetworkTotals } from '../network-totals.js';
import { readTable } from './tables/tables.js';

/** The yearbook's figures are of the end of fiscal year 2024. */
const lastFiscalYear = 2024;
/** 昭和5年: the first sewerage project of the city was approved. */
const firstFiscalYear = 1930;

/** Yearbook p. 54, as of 2025-03-31, from the fact table `sewer-lengths`. */
export function networkTotals(): NetworkTotals {
  const rows = new Map(readTable('sewer-lengths').map((row) => [row.item, row]));
  const row = (item: string) => {
    const found = rows.get(item);
    if (!found) throw new Error(`sewer-lengths: no row ${item}`);
    return found;
  };
  const value = (item: string) => row(item).value ?? Number.NaN;
  const share = (item: string) => (row(item).share_percent ?? Number.NaN) / 100;
  const pipe = value('暗渠');
  const [concrete, clay, pvc] = [share('ヒューム管'), share('陶管'), share('塩ビ管')];
  const overThirty = value('布設から30年を過ぎた暗渠') / pipe;
  const overTwenty = value('10年後に30年を過ぎる暗渠') / pipe;
  return {
    middle: [130.4, 33.58],
    pipeKilometers: pipe,
    channelKilometers: value('開渠'),
    manholes: value('人孔'),
    inlets: value('汚水ます'),
    kinds: {
      combined: value('合流管渠') / pipe,
      sanitary: value('汚水管渠') / pipe,
      storm: value('雨水管渠') / pipe,
    },
    materials: { concrete, clay, pvc, other: 1 - concrete - clay - pvc },
    eras: [
      { from: firstFiscalYear, to: lastFiscalYear - 30, share: overThirty },
      { from: lastFiscalYear - 29, to: lastFiscalYear - 20, share: overTwenty - overThirty },
      { from: lastFiscalYear - 19, to: lastFiscalYear, share: 1 - overTwenty },
    ],
  };
}
