/**
 * `npm run architecture`: draws docs/architecture.svg from the code and writes the table under it into
 * docs/architecture.md. Tiers are read from the table in CONTRIBUTING.md, arrows from the imports, so neither is typed
 * twice; test/documents/architecture-picture.test.ts fails while the committed picture is another than this one.
 *
 * An arrow that follows from others is not drawn (app → report follows from app → state → report); the table has all.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeWhole } from './write-whole.mjs';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** The folder that makes the data is one box: what may import what inside it is its own business. */
const geodata = 'geodata';

/** Tiers from the lowest up, each with its modules, from the first table of CONTRIBUTING.md. */
function readTiers(root) {
  const rows = [
    ...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/^\| *([A-Z]\d+) *\|([^|]*)\|/gm),
  ];
  const tiers = rows.map(([, name, cell]) => ({
    name,
    modules: [...cell.matchAll(/`(?:src\/)?([\w-]+)\/?`/g)]
      .map(([, module]) => module)
      .filter((module) => module !== geodata),
  }));
  if (tiers.length === 0) throw new Error('CONTRIBUTING.md: no table of tiers (`| T0 | `src/geometry` … |`)');
  return tiers.sort((a, b) => Number(a.name.slice(1)) - Number(b.name.slice(1)));
}

const sourcesOf = (root, folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
    .sort();

function moduleOf(path) {
  const parts = path.split('/');
  if (parts[0] === geodata) return geodata;
  return parts[0] === 'src' && parts.length > 2 ? parts[1] : null;
}

const importing =
  /(?:^|\n|;|>)\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g;

/** Module → the modules it imports, and how many files it has. */
function readModules(root) {
  const imports = new Map();
  const files = new Map();
  for (const file of [...sourcesOf(root, 'src'), ...sourcesOf(root, geodata)]) {
    const from = moduleOf(file);
    if (from === null) continue;
    files.set(from, (files.get(from) ?? 0) + 1);
    const targets = imports.get(from) ?? new Set();
    imports.set(from, targets);
    for (const [, whole, later] of readFileSync(join(root, file), 'utf8').matchAll(importing)) {
      const to = moduleOf(relative(root, resolve(root, dirname(file), whole ?? later)));
      if (to !== null && to !== from) targets.add(to);
    }
  }
  return { imports, files };
}

/** Rows from the top down; geodata gets one of its own, just above the highest tier that it imports. */
function rowsOf(tiers, { imports, files }) {
  const listed = new Set(tiers.flatMap(({ modules }) => modules));
  const unlisted = [...files.keys()].filter((module) => module !== geodata && !listed.has(module));
  const gone = [...listed].filter((module) => !files.has(module));
  if (unlisted.length > 0 || gone.length > 0)
    throw new Error(`CONTRIBUTING.md: not in a tier: ${unlisted.join(' ')}; not in src: ${gone.join(' ')}`);
  const height = new Map(tiers.flatMap(({ modules }, i) => modules.map((module) => [module, i])));
  const above = Math.max(...[...(imports.get(geodata) ?? [])].map((module) => height.get(module) ?? 0));
  const rows = tiers.map(({ name, modules }) => ({ name, modules }));
  rows.splice(above + 1, 0, { name: '', modules: [geodata] });
  return rows.reverse();
}

/** Leaves out every arrow that a longer way already says. */
function reduced(imports) {
  const reach = (from, seen = new Set()) => {
    for (const next of imports.get(from) ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        reach(next, seen);
      }
    return seen;
  };
  return [...imports].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => ![...targets].some((other) => other !== to && reach(other).has(to)))
      .map((to) => ({ from, to })),
  );
}

const box = { height: 46, row: 112, letter: 8.2, padding: 26 };
const width = 1000;
const left = 56;

/**
 * Rows of boxes, with a narrow place in every row that a long arrow passes, so that none runs behind a box; ordered by
 * the middle of the neighbours, some sweeps down and up.
 */
function arranged(rows, arrows) {
  const places = rows.map(({ modules }) => modules.map((module) => ({ id: module, passing: false })));
  const rowOf = new Map(rows.flatMap(({ modules }, row) => modules.map((module) => [module, row])));
  const ways = arrows.map(({ from, to }) => {
    const between = [];
    for (let row = rowOf.get(from) + 1; row < rowOf.get(to); row++) {
      const id = `${from}→${to}@${row}`;
      places[row].push({ id, passing: true });
      between.push(id);
    }
    return { from, to, stations: [from, ...between, to] };
  });
  const steps = ways.flatMap(({ stations }) => stations.slice(1).map((to, i) => [stations[i], to]));
  const neighbours = (id, side) => steps.filter((step) => step[1 - side] === id).map((step) => step[side]);
  for (let sweep = 0; sweep < 24; sweep++) {
    const down = sweep % 2 === 0;
    for (let i = 1; i < places.length; i++) {
      const row = down ? i : places.length - 1 - i;
      const there = places[down ? row - 1 : row + 1];
      const share = new Map(there.map(({ id }, at) => [id, (at + 0.5) / there.length]));
      const weight = new Map(
        places[row].map(({ id }, at) => {
          const found = neighbours(id, down ? 0 : 1).flatMap((other) => share.get(other) ?? []);
          const own = (at + 0.5) / places[row].length;
          return [id, found.length === 0 ? own : found.reduce((sum, value) => sum + value, 0) / found.length];
        }),
      );
      places[row].sort((a, b) => weight.get(a.id) - weight.get(b.id));
    }
  }
  return { places, ways };
}

/** Where every box and every passing arrow stands: rows spread over the whole width. */
function placed(places) {
  const boxes = new Map();
  places.forEach((row, i) => {
    const widths = row.map(({ id, passing }) =>
      passing ? 8 : Math.max(96, id.length * box.letter + box.padding),
    );
    const spare = width - left - widths.reduce((sum, w) => sum + w, 0);
    const gap = Math.min(150, spare / (row.length + 1));
    let x = left + (spare - gap * (row.length - 1)) / 2;
    row.forEach(({ id, passing }, at) => {
      boxes.set(id, { id, passing, row: i, x, w: widths[at], y: 16 + i * box.row });
      x += widths[at] + gap;
    });
  });
  return boxes;
}

const round = (value) => Math.round(value * 10) / 10;

/** One line for each import that is left; those of one box are spread along its side, in the order they leave in. */
function lines(ways, boxes) {
  const middle = (id) => boxes.get(id).x + boxes.get(id).w / 2;
  const spread = (end, next, side) => {
    const all = ways
      .filter((way) => way[side] === end)
      .map(({ stations }) => stations.at(side === 'from' ? 1 : -2))
      .sort((a, b) => middle(a) - middle(b) || (a < b ? -1 : 1));
    return round(boxes.get(end).x + (boxes.get(end).w * (all.indexOf(next) + 1)) / (all.length + 1));
  };
  return ways.map(({ from, to, stations }) => {
    const title = `<title>${from} imports ${to}</title>`;
    const start = spread(from, stations[1], 'from');
    const end = spread(to, stations.at(-2), 'to');
    const [top, foot] = [boxes.get(from).y + box.height, boxes.get(to).y];
    // Sideways only where the table of tiers allows it.
    if (boxes.get(from).row === boxes.get(to).row)
      return `<path class="arrow sideways" d="M${start} ${top}C${start} ${top + 30} ${end} ${top + 30} ${end} ${top + 2}">${title}</path>`;
    let [x, y] = [start, top];
    let path = `M${x} ${y}`;
    for (const station of stations.slice(1)) {
      const { passing, y: reached } = boxes.get(station);
      const [nextX, nextY] = passing ? [round(middle(station)), reached] : [end, foot - 2];
      const bend = round((nextY - y) / 2);
      path += `C${x} ${y + bend} ${nextX} ${nextY - bend} ${nextX} ${nextY}`;
      if (passing) path += `V${reached + box.height}`;
      [x, y] = [nextX, reached + box.height];
    }
    return `<path class="arrow" d="${path}">${title}</path>`;
  });
}

const style = `
    svg { font: 15px system-ui, -apple-system, 'Noto Sans', sans-serif; background: #fff; }
    .band { fill: #f1f5f9; }
    .box { fill: #fff; stroke: #1d5c8a; stroke-width: 1.5; }
    .data .box { stroke: #7a5200; }
    text { fill: #12202b; text-anchor: middle; }
    .tier { fill: #46586a; font-weight: 600; text-anchor: start; }
    .files { fill: #46586a; font-size: 12px; }
    .arrow { fill: none; stroke: #64788c; stroke-width: 1.4; marker-end: url(#head); }
    .sideways { stroke-dasharray: 4 3; }
    #head path { fill: #64788c; }
    @media (prefers-color-scheme: dark) {
      svg { background: #0f1720; }
      .band { fill: #18232e; }
      .box { fill: #0f1720; stroke: #7db8e8; }
      .data .box { stroke: #e3b85c; }
      text { fill: #e8eef4; }
      .tier, .files { fill: #a9bacb; }
      .arrow { stroke: #8fa3b6; }
      #head path { fill: #8fa3b6; }
    }
  `;

/** The picture and the table beneath it, as the code of `root` is now. */
export function architecture(root = repository) {
  const modules = readModules(root);
  const rows = rowsOf(readTiers(root), modules);
  const rowOf = new Map(rows.flatMap(({ modules: names }, row) => names.map((name) => [name, row])));
  const upward = [...modules.imports].flatMap(([from, targets]) =>
    [...targets].filter((to) => rowOf.get(to) < rowOf.get(from)).map((to) => `${from} → ${to}`),
  );
  if (upward.length > 0) throw new Error(`imports that go up: ${upward.join(', ')}`);
  const arrows = reduced(modules.imports);
  const { places, ways } = arranged(rows, arrows);
  const boxes = placed(places);
  const height = 16 + rows.length * box.row - (box.row - box.height) + 16;
  const name = (module) => (module === geodata ? 'geodata/' : module);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title about">`,
    `  <title id="title">Tiers and modules of mizumichi</title>`,
    `  <desc id="about">Each row is a tier, each box a module with its number of files. Arrows are imports and go down only; those that follow from others are left out. The table beneath the picture in docs/architecture.md names all of them.</desc>`,
    `  <style>${style}</style>`,
    `  <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>`,
    ...rows.map(
      (row, i) =>
        `  <rect class="band" x="0" y="${6 + i * box.row}" width="${width}" height="${box.height + 20}" rx="8"/>` +
        (row.name && `<text class="tier" x="16" y="${44 + i * box.row}">${row.name}</text>`),
    ),
    ...lines(ways, boxes).map((line) => `  ${line}`),
    ...[...boxes.values()]
      .filter(({ passing }) => !passing)
      .map(
        ({ id, x, y, w }) =>
          `  <g${id === geodata ? ' class="data"' : ''}><rect class="box" x="${round(x)}" y="${y}" width="${round(w)}" height="${box.height}" rx="7"/>` +
          `<text x="${round(x + w / 2)}" y="${y + 20}">${name(id)}</text>` +
          `<text class="files" x="${round(x + w / 2)}" y="${y + 37}">${modules.files.get(id)} files</text></g>`,
      ),
    '</svg>',
    '',
  ].join('\n');
  const table = [
    '| tier | module | files | imports |',
    '| --- | --- | ---: | --- |',
    ...rows.flatMap((row) =>
      row.modules.map((module) => {
        const targets = [...(modules.imports.get(module) ?? [])].sort().map((to) => `${name(to)}`);
        return `| ${row.name || '–'} | ${name(module)} | ${modules.files.get(module)} | ${targets.join(', ') || '–'} |`;
      }),
    ),
  ].join('\n');
  return { svg, table };
}

const marked = /(<!-- modules -->\n)[\s\S]*?(\n<!-- \/modules -->)/;

/** docs/architecture.md with the table in its place. */
export function withTable(text, table) {
  if (!marked.test(text)) throw new Error('docs/architecture.md: no <!-- modules --> … <!-- /modules -->');
  return text.replace(marked, (_, before, after) => `${before}\n${table}\n${after}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { svg, table } = architecture();
  const page = join(repository, 'docs/architecture.md');
  writeWhole(join(repository, 'docs/architecture.svg'), svg);
  writeWhole(page, withTable(readFileSync(page, 'utf8'), table));
}
