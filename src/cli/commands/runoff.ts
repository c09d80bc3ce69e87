import { city } from '../../catalog/city.js';
import { roughness } from '../../hydrology/manning.js';
import { runoff as rationalRunoff, type RunoffInput } from '../../hydrology/runoff.js';
import { smallestStandardPipe } from '../../hydrology/standard-pipes.js';
import type { Command, CommandIo } from '../command.js';
import { Failure, numberOption, readOptions, UsageError, writeJson } from '../command.js';

const help = `runoff: 合理式で雨水流出量を計算し、式と出典ページを添えます。/ Peak discharge by the rational formula.

  runoff --area-ha 12.5 --coefficient 0.7 --inlet-min 7 --travel-min 8

  --area-ha       排除面積 catchment area, hectares
  --coefficient   流出係数 runoff coefficient, above 0 up to 1
  --inlet-min     流入時間 inlet time, minutes
  --travel-min    流下時間 travel time in the sewer, minutes
  --slope         勾配 slope as rise over run (0.003 = 3 ‰): adds the smallest standard pipe that carries it full
  --roughness     Manning's n for that pipe [${roughness.concrete}]
`;

/** Option of the command line for each figure that can be wrong. */
const optionOf: Readonly<Record<keyof RunoffInput, string>> = {
  areaHectares: 'area-ha',
  coefficient: 'coefficient',
  inletMinutes: 'inlet-min',
  travelMinutes: 'travel-min',
};

const options = {
  'area-ha': { type: 'string' },
  coefficient: { type: 'string' },
  'inlet-min': { type: 'string' },
  'travel-min': { type: 'string' },
  slope: { type: 'string' },
  roughness: { type: 'string', default: String(roughness.concrete) },
} as const;

async function run(args: string[], io: CommandIo): Promise<void> {
  const { values } = readOptions(args, options);
  const input = {
    areaHectares: numberOption('area-ha', values['area-ha']),
    coefficient: numberOption('coefficient', values.coefficient),
    inletMinutes: numberOption('inlet-min', values['inlet-min']),
    travelMinutes: numberOption('travel-min', values['travel-min']),
  };
  const formula = city.rainfallFormula;
  const result = rationalRunoff(input, formula);
  if (!result.ok)
    throw new UsageError(`--${optionOf[result.problem]}: ${input[result.problem]} is out of range`);
  await writeJson(io, {
    ...result.runoff,
    formula: {
      discharge: 'Q = 1/360 · C · I · A',
      intensity: `I = ${formula.a} / (t + ${formula.b})`,
      returnPeriodYears: formula.returnPeriodYears,
    },
    source: formula.source,
    ...(values.slope !== undefined && {
      pipe: pipeFor(result.runoff.dischargeCubicMetersPerSecond, values.slope, values.roughness),
    }),
  });
}

function pipeFor(discharge: number, slopeText: string, roughnessText: string) {
  const [slope, n] = [numberOption('slope', slopeText), numberOption('roughness', roughnessText)];
  const result = smallestStandardPipe(discharge, slope, n);
  if (result.ok) return { slope, roughness: n, ...result.pipe };
  if (result.problem === 'not-a-number') throw new UsageError('--slope and --roughness must be above zero');
  throw new Failure(`above-largest: no standard pipe carries ${discharge.toFixed(3)} m³/s at slope ${slope}`);
}

export const runoff: Command = {
  help,
  run,
};
