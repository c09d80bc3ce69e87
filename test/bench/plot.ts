/** One line of a plot: cost at each size. */
export interface Series {
  name: string;
  colour: string;
  points: readonly (readonly [size: number, cost: number])[];
}

const [width, height] = [720, 420];
const frame = { left: 70, right: 200, top: 30, bottom: 50 };

/** A plot with both axes logarithmic: a line that rises by one decade a decade grows with the data. */
export function growthPlot(title: string, unit: string, series: readonly Series[]): string {
  const all = series.flatMap(({ points }) => points);
  const range = (pick: 0 | 1): [number, number] => {
    const logs = all.map((point) => Math.log10(point[pick]));
    return [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
  };
  const [[fromX, toX], [fromY, toY]] = [range(0), range(1)];
  const plotWidth = width - frame.left - frame.right;
  const plotHeight = height - frame.top - frame.bottom;
  const x = (size: number) => frame.left + ((Math.log10(size) - fromX) / (toX - fromX || 1)) * plotWidth;
  const y = (cost: number) => frame.top + (1 - (Math.log10(cost) - fromY) / (toY - fromY || 1)) * plotHeight;
  const decades = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
  const written = (value: number) => (value >= 1 ? value.toLocaleString('en') : String(value));
  const grid = [
    ...decades(fromY, toY).map(
      (cost) =>
        `<path d="M${frame.left} ${y(cost).toFixed(1)}h${plotWidth}" stroke="#ccc"/>` +
        `<text x="${frame.left - 8}" y="${(y(cost) + 4).toFixed(1)}" text-anchor="end">${written(cost)}</text>`,
    ),
    ...decades(fromX, toX).map(
      (size) =>
        `<path d="M${x(size).toFixed(1)} ${frame.top}v${plotHeight}" stroke="#eee"/>` +
        `<text x="${x(size).toFixed(1)}" y="${height - frame.bottom + 20}" text-anchor="middle">×${written(size)}</text>`,
    ),
  ];
  const drawn = series.map(({ name, colour, points }) => {
    const path = points.map(
      ([size, cost], i) => `${i ? 'L' : 'M'}${x(size).toFixed(1)} ${y(cost).toFixed(1)}`,
    );
    const dots = points.map(
      ([size, cost]) =>
        `<circle cx="${x(size).toFixed(1)}" cy="${y(cost).toFixed(1)}" r="4" fill="${colour}"/>`,
    );
    const last = points.at(-1) ?? [1, 1];
    return (
      `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}` +
      `<text x="${(x(last[0]) + 10).toFixed(1)}" y="${(y(last[1]) + 4).toFixed(1)}" fill="${colour}">${name}</text>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">` +
    `<rect width="${width}" height="${height}" fill="#fff"/>` +
    `<text x="${frame.left}" y="18" font-size="14">${title} (${unit})</text>\n` +
    `${[...grid, ...drawn].join('\n')}\n</svg>\n`
  );
}
