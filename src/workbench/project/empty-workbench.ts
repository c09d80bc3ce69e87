import { guessManholeFields, guessPipeFields } from '../../network/sewer-fields.js';
import type { WorkbenchRest } from './project-file.js';

/** A workbench nobody has touched. */
export function emptyWorkbench(): WorkbenchRest {
  return {
    order: [],
    sketch: [],
    runoff: {
      name: '',
      areaHectares: null,
      surfaces: [
        { kind: 'roof', sharePercent: 40, coefficient: 0.9 },
        { kind: 'road', sharePercent: 25, coefficient: 0.85 },
        { kind: 'bare', sharePercent: 35, coefficient: 0.2 },
      ],
      rain: 'formula',
      inletMinutes: 7,
      travelBy: 'minutes',
      travelMinutes: 8,
      travelMeters: null,
      velocityMetersPerSecond: 1.5,
      slopePerMille: 3,
      roughness: 0.013,
      reservePercent: 0,
      sectionShape: 'none',
      diameterMillimeters: null,
      widthMeters: null,
      heightMeters: null,
    },
    sites: { text: '' },
    network: {
      pipes: null,
      manholes: null,
      areas: null,
      pipeFields: guessPipeFields([]),
      manholeFields: guessManholeFields([]),
      snapMeters: 0.5,
      zeroIsMissing: true,
      horizontal: 500,
      vertical: 100,
    },
    trunk: { year: 2025, alignments: [] },
    print: { title: '', paper: 'A3', orientation: 'landscape', scale: 2500 },
  };
}
