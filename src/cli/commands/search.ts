import type { Command, CommandIo } from '../command.js';
import { Failure, numberOption, readOptions, UsageError, writeJson } from '../command.js';
import { loadDataSet, tilesFolder } from '../load-data-set.js';

const help = `search: 住所・町名・駅・施設の候補を、よい順に JSON で返します。/ Candidates as a JSON array, best first.

  search "天神1丁目" [--limit 5]

  --limit   most candidates to give back, 1–100 [5]
  --tiles   folder of the built data [public/tiles]

Exit 1, with [] and the reason on stderr, when nothing was found.
`;

async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = readOptions(
    args,
    { limit: { type: 'string', default: '5' }, tiles: { type: 'string', default: tilesFolder } },
    true,
  );
  const limit = numberOption('limit', values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new UsageError('--limit: 1 to 100');
  if (positionals.length === 0) throw new UsageError('give a name or an address to look for');
  const query = positionals.join(' ');
  const result = (await loadDataSet(values.tiles, io)).search(query, limit);
  if (!result) throw new Failure('search.json could not be read');
  await writeJson(io, result.candidates);
  if (result.reason)
    throw new Failure(`${result.reason}: "${query}"${result.outside ? ` (${result.outside})` : ''}`);
}

export const search: Command = {
  help,
  run,
};
