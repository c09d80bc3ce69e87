import type { Citation } from '../../catalog/provenance.js';
import { sectionHeightMeters } from '../../hydrology/manning.js';
import { cityFormula } from './design-rain.js';
import type { Design } from './design.js';

/** A line of the calculation sheet. Words come from the message table by `label`; figures are ready to print. */
export interface CalculationRow {
  section: 'input' | 'rain' | 'runoff' | 'pipe' | 'check';
  label: CalculationLabel;
  symbol: string;
  /** The formula with its figures put in, or an empty text. */
  formula: string;
  value: string;
  unit: string;
  source: Citation | 'input' | 'customary' | 'guideline' | null;
}

export type CalculationLabel =
  | 'area'
  | 'surface'
  | 'coefficient'
  | 'inlet'
  | 'travel'
  | 'concentration'
  | 'intensity'
  | 'discharge'
  | 'slope'
  | 'roughness'
  | 'reserve'
  | 'diameter'
  | 'fullDischarge'
  | 'fullVelocity'
  | 'utilisation'
  | 'sectionSize'
  | 'depth'
  | 'fill'
  | 'velocity'
  | 'verdict';

export type CalculationVerdict = 'carries' | 'too-small' | 'above-largest';

/** Every input, formula, figure, unit and source, in the order one would compute by hand. */
export function calculationRows(
  design: Design,
  surfaceName: (kind: string) => string,
  verdict: (v: CalculationVerdict) => string,
): CalculationRow[] {
  return [
    ...inputRows(design, surfaceName),
    ...rainRows(design),
    ...pipeRows(design, verdict),
    ...checkRows(design, verdict),
  ];
}

const fixed = (value: number, digits: number) => value.toFixed(digits);

function inputRows(
  { input, coefficient, travelMinutes }: Design,
  surfaceName: (kind: string) => string,
): CalculationRow[] {
  const row = (
    part: Omit<CalculationRow, 'section' | 'source'> & Partial<CalculationRow>,
  ): CalculationRow => ({
    section: 'input',
    source: 'input',
    ...part,
  });
  const surfaces = input.surfaces.map(({ kind, sharePercent, coefficient: value }, index) =>
    row({
      label: 'surface',
      symbol: `C${index + 1}`,
      formula: `${surfaceName(kind)} ${fixed(sharePercent, 1)} %`,
      value: fixed(value, 2),
      unit: '',
      source: kind === 'other' ? 'input' : 'customary',
    }),
  );
  const composite = input.surfaces
    .map(({ sharePercent, coefficient: value }) => `${fixed(value, 2)}×${fixed(sharePercent / 100, 3)}`)
    .join(' + ');
  const travel =
    input.travel.kind === 'minutes'
      ? ''
      : `${fixed(input.travel.meters, 1)} m ÷ ${fixed(input.travel.velocityMetersPerSecond, 2)} m/s ÷ 60`;
  return [
    row({ label: 'area', symbol: 'A', formula: '', value: fixed(input.areaHectares, 3), unit: 'ha' }),
    ...surfaces,
    row({
      label: 'coefficient',
      symbol: 'C',
      formula: `Σ(Ci·Ai)/ΣAi = ${composite}`,
      value: fixed(coefficient, 3),
      unit: '',
      source: null,
    }),
    row({ label: 'inlet', symbol: 't1', formula: '', value: fixed(input.inletMinutes, 2), unit: 'min' }),
    row({ label: 'travel', symbol: 't2', formula: travel, value: fixed(travelMinutes, 2), unit: 'min' }),
  ];
}

function rainRows(design: Design): CalculationRow[] {
  const { input, coefficient, travelMinutes, timeOfConcentrationMinutes: t, intensityMmPerHour: i } = design;
  const formula =
    input.rain === 'formula'
      ? `${cityFormula.a}/(t+${cityFormula.b}) = ${cityFormula.a}/(${fixed(t, 2)}+${cityFormula.b})`
      : `I = ${input.rain}`;
  return [
    {
      section: 'rain',
      label: 'concentration',
      symbol: 't',
      formula: `t1 + t2 = ${fixed(input.inletMinutes, 2)} + ${fixed(travelMinutes, 2)}`,
      value: fixed(t, 2),
      unit: 'min',
      source: cityFormula.source,
    },
    {
      section: 'rain',
      label: 'intensity',
      symbol: 'I',
      formula,
      value: fixed(i, 2),
      unit: 'mm/h',
      source: design.rainSource,
    },
    {
      section: 'runoff',
      label: 'discharge',
      symbol: 'Q',
      formula: `C·I·A/360 = ${fixed(coefficient, 3)}×${fixed(i, 2)}×${fixed(input.areaHectares, 3)}/360`,
      value: fixed(design.dischargeCubicMetersPerSecond, 3),
      unit: 'm³/s',
      source: cityFormula.source,
    },
  ];
}

function pipeRows({ input, pipe }: Design, verdict: (v: CalculationVerdict) => string): CalculationRow[] {
  const row = (part: Omit<CalculationRow, 'section'>): CalculationRow => ({ section: 'pipe', ...part });
  const given = [
    row({
      label: 'slope',
      symbol: 'S',
      formula: '',
      value: fixed(input.slopePerMille, 2),
      unit: '‰',
      source: 'input',
    }),
    row({
      label: 'roughness',
      symbol: 'n',
      formula: '',
      value: String(input.roughness),
      unit: '',
      source: 'guideline',
    }),
    row({
      label: 'reserve',
      symbol: '',
      formula: '',
      value: fixed(input.reservePercent, 0),
      unit: '%',
      source: 'input',
    }),
  ];
  if (!pipe.ok)
    return [
      ...given,
      row({
        label: 'diameter',
        symbol: 'D',
        formula: '',
        value: verdict('above-largest'),
        unit: '',
        source: null,
      }),
    ];
  const { nominalMillimeters, full, utilisation } = pipe.pipe;
  return [
    ...given,
    row({
      label: 'diameter',
      symbol: 'D',
      formula: '',
      value: String(nominalMillimeters),
      unit: 'mm',
      source: 'guideline',
    }),
    row({
      label: 'fullVelocity',
      symbol: 'V',
      formula: `R^(2/3)·S^(1/2)/n = ${fixed(full.hydraulicRadiusMeters, 4)}^(2/3)×${fixed(input.slopePerMille / 1000, 5)}^(1/2)/${input.roughness}`,
      value: fixed(full.velocityMetersPerSecond, 3),
      unit: 'm/s',
      source: 'guideline',
    }),
    row({
      label: 'fullDischarge',
      symbol: 'Q0',
      formula: `A·V = ${fixed(full.wettedAreaSquareMeters, 4)}×${fixed(full.velocityMetersPerSecond, 3)}`,
      value: fixed(full.dischargeCubicMetersPerSecond, 3),
      unit: 'm³/s',
      source: null,
    }),
    row({
      label: 'utilisation',
      symbol: 'Q/Q0',
      formula: '',
      value: fixed(utilisation * 100, 1),
      unit: '%',
      source: null,
    }),
  ];
}

function checkRows(
  { check, dischargeCubicMetersPerSecond: q }: Design,
  verdict: (v: CalculationVerdict) => string,
): CalculationRow[] {
  if (!check) return [];
  const row = (
    part: Omit<CalculationRow, 'section' | 'source'> & Partial<CalculationRow>,
  ): CalculationRow => ({
    section: 'check',
    source: null,
    ...part,
  });
  const { section, full, atDischarge } = check;
  const size =
    section.shape === 'circle'
      ? `φ${fixed(section.diameterMeters * 1000, 0)} mm`
      : `${fixed(section.widthMeters, 2)} × ${fixed(section.heightMeters, 2)} m`;
  const rows = [
    row({ label: 'sectionSize', symbol: '', formula: '', value: size, unit: '', source: 'input' }),
    row({
      label: 'fullVelocity',
      symbol: 'V',
      formula: `R = ${fixed(full.hydraulicRadiusMeters, 4)} m`,
      value: fixed(full.velocityMetersPerSecond, 3),
      unit: 'm/s',
      source: 'guideline',
    }),
    row({
      label: 'fullDischarge',
      symbol: 'Q0',
      formula: `A·V = ${fixed(full.wettedAreaSquareMeters, 4)}×${fixed(full.velocityMetersPerSecond, 3)}`,
      value: fixed(full.dischargeCubicMetersPerSecond, 3),
      unit: 'm³/s',
    }),
    row({
      label: 'utilisation',
      symbol: 'Q/Q0',
      formula: `${fixed(q, 3)}/${fixed(full.dischargeCubicMetersPerSecond, 3)}`,
      value: fixed((q / full.dischargeCubicMetersPerSecond) * 100, 1),
      unit: '%',
    }),
  ];
  if (atDischarge)
    rows.push(
      row({ label: 'depth', symbol: 'h', formula: '', value: fixed(atDischarge.depthMeters, 3), unit: 'm' }),
      row({
        label: 'fill',
        symbol: 'h/H',
        formula: `${fixed(atDischarge.depthMeters, 3)}/${fixed(sectionHeightMeters(section), 3)}`,
        value: fixed((check.fillRatio ?? 0) * 100, 1),
        unit: '%',
      }),
      row({
        label: 'velocity',
        symbol: 'v',
        formula: '',
        value: fixed(atDischarge.velocityMetersPerSecond, 3),
        unit: 'm/s',
      }),
    );
  rows.push(
    row({
      label: 'verdict',
      symbol: '',
      formula: '',
      value: verdict(check.carries ? 'carries' : 'too-small'),
      unit: '',
    }),
  );
  return rows;
}
