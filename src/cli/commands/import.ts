import { previewLayers, rebuildTiles } from '../../../geodata/build/rebuild.js';
import { importLayerNamed, importLayers } from '../../../geodata/import/layers.js';
import { officialFolder } from '../../../geodata/import/official-layer.js';
import { runImport } from '../../../geodata/import/run-import.js';
import { importNetwork } from '../../../geodata/network/import-network.js';
import type { Command, CommandIo } from '../command.js';
import { Failure, localeOption, readOptions, UsageError, writeJson } from '../command.js';
import { tilesFolder } from '../load-data-set.js';

const layerLines = Object.entries(importLayers)
  .map(([id, { aliases }]) => `    ${[id, ...aliases].join(', ')}`)
  .join('\n');

const help = `import: 公式または手元のデータを読み、検査して層に取り込みます。/ Official or own data into a layer.

  import FILE --layer inundation [--dry-run]
  import --layer inundation --remove

  --layer     one of
${layerLines}
  --dry-run   read, check and report, change nothing
  --remove    take the imported layer away again; the constructed one comes back
  --crs       EPSG code the coordinates are in, before what the file says (EPSG:6670)
  --as-of     date of the data (2025-03-31), where the file does not carry one
  --mapping   JSON file that says which field of yours is which property
  --lang      ja | easy | en | zh | ko: language of stderr (easy reads Japanese, zh and ko English)
  --network   sewers only: a whole city's, as tiles (PMTiles) and packed index instead of one layer file

stderr says what was read, skipped and why; stdout is the same as JSON. Whatever fails, the old layer stays.
`;

const options = {
  layer: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  remove: { type: 'boolean', default: false },
  crs: { type: 'string' },
  'as-of': { type: 'string' },
  mapping: { type: 'string' },
  network: { type: 'boolean', default: false },
  lang: { type: 'string' },
} as const;

async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = readOptions(args, options, true);
  const [file = '', ...others] = positionals;
  if (values.layer === undefined) throw new UsageError('--layer is needed');
  if (others.length > 0 || values.remove === (file !== ''))
    throw new UsageError('give one file, or --remove');
  if (values.crs !== undefined && !/^EPSG:\d+$/i.test(values.crs))
    throw new UsageError(`--crs: "${values.crs}" is no EPSG code such as EPSG:6670`);
  if (values.network && importLayerNamed(values.layer) !== 'sewers')
    throw new UsageError('--network goes with --layer sewers');
  const locale = localeOption(values.lang) ?? 'ja';
  const importArgs = {
    file,
    layer: values.layer,
    dryRun: values['dry-run'],
    remove: values.remove,
    ...(values.crs !== undefined && { crs: values.crs }),
    ...(values['as-of'] !== undefined && { asOf: values['as-of'] }),
    ...(values.mapping !== undefined && { mappingFile: values.mapping }),
  };
  const result = values.network
    ? await importNetwork(importArgs, {
        official: officialFolder,
        tiles: tilesFolder,
        say: io.say,
        locale,
        rebuild: rebuildTiles,
      })
    : await runImport(importArgs, { say: io.say, locale, rebuild: rebuildTiles, preview: previewLayers });
  // The importer has said it in words already.
  if (!result.ok) throw new Failure(result.problem);
  await writeJson(io, result);
}

export const importData: Command = {
  help,
  run,
};
