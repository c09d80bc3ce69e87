/**
 * Manning's formula V = 1/n · R^(2/3) · S^(1/2), Q = A · V, for steady uniform flow.
 * A: wetted area, R: hydraulic radius (A over the wetted perimeter), S: slope (rise over run), n: roughness.
 */
export type Section =
  | { shape: 'circle'; diameterMeters: number }
  /** Closed rectangular culvert (ボックスカルバート). */
  | { shape: 'box'; widthMeters: number; heightMeters: number };

/** Customary n in Japanese sewer design (日本下水道協会 下水道施設計画・設計指針と解説). */
export const roughness = { concrete: 0.013, plastic: 0.01 } as const;

export interface ChannelFlow {
  depthMeters: number;
  wettedAreaSquareMeters: number;
  wettedPerimeterMeters: number;
  hydraulicRadiusMeters: number;
  velocityMetersPerSecond: number;
  dischargeCubicMetersPerSecond: number;
}

export function sectionHeightMeters(section: Section): number {
  return section.shape === 'circle' ? section.diameterMeters : section.heightMeters;
}

function wetted(section: Section, depthMeters: number): { area: number; perimeter: number } {
  if (section.shape === 'box') {
    const { widthMeters: width, heightMeters: height } = section;
    // A full box rubs along its ceiling too.
    const ceiling = depthMeters >= height ? width : 0;
    return { area: width * depthMeters, perimeter: width + 2 * depthMeters + ceiling };
  }
  const { diameterMeters: diameter } = section;
  // Angle at the centre over the water's surface: 0 empty, 2π full.
  const angle = 2 * Math.acos(1 - (2 * depthMeters) / diameter);
  return { area: (diameter ** 2 / 8) * (angle - Math.sin(angle)), perimeter: (diameter * angle) / 2 };
}

/**
 * Flow at a water depth, from 0 to the section's height.
 * @param slope rise over run (3 ‰ is 0.003)
 * @throws RangeError for a depth outside the section, a slope or roughness not above zero
 */
export function flowAtDepth(section: Section, depthMeters: number, slope: number, n: number): ChannelFlow {
  const height = sectionHeightMeters(section);
  if (!(depthMeters >= 0 && depthMeters <= height))
    throw new RangeError(`depth ${depthMeters} m lies outside a section ${height} m high`);
  if (!(slope > 0 && n > 0)) throw new RangeError('slope and roughness must be above zero');
  const { area, perimeter } = wetted(section, depthMeters);
  const radius = perimeter > 0 ? area / perimeter : 0;
  const velocity = (radius ** (2 / 3) * Math.sqrt(slope)) / n;
  return {
    depthMeters,
    wettedAreaSquareMeters: area,
    wettedPerimeterMeters: perimeter,
    hydraulicRadiusMeters: radius,
    velocityMetersPerSecond: velocity,
    dischargeCubicMetersPerSecond: area * velocity,
  };
}

/** Flow of the full section, the measure sewers are sized by. */
export function fullFlow(section: Section, slope: number, n: number): ChannelFlow {
  return flowAtDepth(section, sectionHeightMeters(section), slope, n);
}

/** A closed section carries most just before it is full; from here on discharge falls with depth. */
const deepestRising = { circle: 0.938, box: 1 } as const;

/** Water depth of a given discharge (the lower one where two exist), or null when the section cannot carry it. */
export function depthOfDischarge(
  section: Section,
  dischargeCubicMetersPerSecond: number,
  slope: number,
  n: number,
): number | null {
  const height = sectionHeightMeters(section);
  const discharge = (depth: number) => flowAtDepth(section, depth, slope, n).dischargeCubicMetersPerSecond;
  // A box gains its ceiling at full depth: stay just under it.
  let high = height * deepestRising[section.shape] * (section.shape === 'box' ? 1 - 1e-9 : 1);
  if (!(dischargeCubicMetersPerSecond >= 0) || discharge(high) < dischargeCubicMetersPerSecond) return null;
  let low = 0;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (discharge(middle) < dischargeCubicMetersPerSecond) low = middle;
    else high = middle;
  }
  return high;
}
