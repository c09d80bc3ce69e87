import type { Section } from '../../hydrology/manning.js';
import type { WorkbenchRest } from './project-file.js';
import type { DesignInput } from '../runoff/design.js';

type RunoffForm = WorkbenchRest['runoff'];

/** The form as input of the calculation; an empty cell is NaN, which the calculation names as missing. */
export function designInput(form: RunoffForm): DesignInput {
  const number = (value: number | null) => value ?? NaN;
  return {
    name: form.name,
    areaHectares: number(form.areaHectares),
    surfaces: form.surfaces.map(({ kind, sharePercent, coefficient }) => ({
      kind,
      sharePercent: number(sharePercent),
      coefficient: number(coefficient),
    })),
    rain: form.rain,
    inletMinutes: number(form.inletMinutes),
    travel:
      form.travelBy === 'minutes'
        ? { kind: 'minutes', minutes: number(form.travelMinutes) }
        : {
            kind: 'length',
            meters: number(form.travelMeters),
            velocityMetersPerSecond: number(form.velocityMetersPerSecond),
          },
    slopePerMille: number(form.slopePerMille),
    roughness: number(form.roughness),
    section: sectionOf(form),
    reservePercent: form.reservePercent ?? 0,
  };
}

function sectionOf(form: RunoffForm): Section | null {
  if (form.sectionShape === 'circle')
    return { shape: 'circle', diameterMeters: (form.diameterMillimeters ?? NaN) / 1000 };
  if (form.sectionShape === 'box')
    return { shape: 'box', widthMeters: form.widthMeters ?? NaN, heightMeters: form.heightMeters ?? NaN };
  return null;
}
