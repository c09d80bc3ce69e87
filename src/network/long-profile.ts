import { sewerLimits, type FigureOutside, type SewerFigure } from './sewer-limits.js';
import { nameOfNode, type NetworkPipe, type SewerNetwork } from './sewer-network.js';

/** A manhole on the profile. Null = the file does not say; nothing is interpolated. */
export interface ProfileStation {
  node: number;
  name: string | null;
  /** Metres from the upstream end. */
  chainageMeters: number;
  groundMeters: number | null;
  /** Level at which the upstream pipe arrives, and at which the downstream pipe leaves. */
  arrivingInvertMeters: number | null;
  leavingInvertMeters: number | null;
  /** Arriving above leaving; 0.6 m and more calls for a drop pipe (副管). */
  dropMeters: number | null;
}

export interface ProfileSpan {
  pipe: number;
  name: string | null;
  kind: string | null;
  fromMeters: number;
  toMeters: number;
  lengthMeters: number;
  /** false: no length in the file, the drawn one is used. */
  lengthStated: boolean;
  diameterMillimeters: number | null;
  upstreamInvertMeters: number | null;
  downstreamInvertMeters: number | null;
  upstreamCrownMeters: number | null;
  downstreamCrownMeters: number | null;
  /** Ground above the inner top of the pipe; the wall is not known and not taken off. */
  upstreamCoverMeters: number | null;
  downstreamCoverMeters: number | null;
  /** Fall in per mille; null when a level is missing, and for a siphon, whose ends say nothing of its fall. */
  gradientPerMille: number | null;
  siphon: boolean;
}

/** Something missing or odd, named by where it is. */
export type ProfileRemark =
  | { kind: 'no-ground'; place: string }
  | { kind: 'no-upstream-invert'; place: string }
  | { kind: 'no-downstream-invert'; place: string }
  | { kind: 'no-diameter'; place: string }
  | { kind: 'no-manhole'; place: string }
  | { kind: 'length-drawn'; place: string }
  | { kind: 'direction-drawn'; place: string }
  | { kind: 'adverse'; place: string; perMille: number }
  /** `dropPipe`: high enough to call for one (副管). */
  | { kind: 'drop'; place: string; meters: number; dropPipe: boolean }
  | { kind: 'step-up'; place: string; meters: number }
  | { kind: 'siphon'; place: string }
  /** The file says what no sewer can be; the figure is not used. */
  | { kind: 'outside'; place: string; figure: SewerFigure; value: number; least: number; most: number }
  | { kind: 'above-ground'; place: string };

export interface LongProfile {
  stations: ProfileStation[];
  spans: ProfileSpan[];
  totalMeters: number;
  remarks: ProfileRemark[];
}

/** 下水道施設計画・設計指針: manholes with a step of this much get a drop pipe. */
const dropPipeMeters = 0.6;
/** Steps below this are building tolerance. */
const stepMeters = 0.02;

/**
 * The long profile of a way of flow.
 * @param route pipes in the direction of flow, each beginning where the one before ends
 * @throws RangeError when the pipes do not join (a programming mistake: routes come from the network)
 */
export function longProfile(network: SewerNetwork, route: readonly number[]): LongProfile {
  const pipes = route.map((index) => {
    const pipe = network.pipes[index];
    if (!pipe) throw new RangeError(`no pipe ${index} in this network`);
    return pipe;
  });
  for (const [index, pipe] of pipes.entries())
    if (index > 0 && pipes[index - 1]?.to !== pipe.from)
      throw new RangeError(`pipe ${pipe.index} does not begin where pipe ${pipes[index - 1]?.index} ends`);
  const chainages = [0];
  for (const pipe of pipes) chainages.push((chainages.at(-1) ?? 0) + pipe.lengthMeters);
  const nodes = pipes.length > 0 ? [pipes[0]?.from ?? 0, ...pipes.map(({ to }) => to)] : [];
  const stations = nodes.map((node, index) =>
    station(network, node, chainages[index] ?? 0, pipes[index - 1], pipes[index]),
  );
  const spans = pipes.map((pipe, index) =>
    span(pipe, chainages[index] ?? 0, stations[index], stations[index + 1]),
  );
  return {
    stations,
    spans,
    totalMeters: chainages.at(-1) ?? 0,
    remarks: remarksOf(network, stations, spans, pipes),
  };
}

function station(
  network: SewerNetwork,
  index: number,
  chainageMeters: number,
  arriving: NetworkPipe | undefined,
  leaving: NetworkPipe | undefined,
): ProfileStation {
  const node = network.nodes[index];
  const arrivingInvertMeters = arriving?.downstreamInvertMeters ?? null;
  const leavingInvertMeters = leaving?.upstreamInvertMeters ?? null;
  return {
    node: index,
    name: node ? nameOfNode(node) : null,
    chainageMeters,
    groundMeters: node?.manhole?.groundMeters ?? null,
    arrivingInvertMeters,
    leavingInvertMeters,
    dropMeters: difference(arrivingInvertMeters, leavingInvertMeters),
  };
}

function span(
  pipe: NetworkPipe,
  fromMeters: number,
  upstream: ProfileStation | undefined,
  downstream: ProfileStation | undefined,
): ProfileSpan {
  const { upstreamInvertMeters, downstreamInvertMeters, lengthMeters, siphon } = pipe;
  const { diameterMillimeters, name, kind } = pipe.record;
  const crown = (invert: number | null) =>
    invert === null || diameterMillimeters === null ? null : invert + diameterMillimeters / 1000;
  const [upstreamCrownMeters, downstreamCrownMeters] = [
    crown(upstreamInvertMeters),
    crown(downstreamInvertMeters),
  ];
  const fall = difference(upstreamInvertMeters, downstreamInvertMeters);
  return {
    pipe: pipe.index,
    name,
    kind,
    fromMeters,
    toMeters: fromMeters + lengthMeters,
    lengthMeters,
    lengthStated: pipe.lengthStated,
    diameterMillimeters,
    upstreamInvertMeters,
    downstreamInvertMeters,
    upstreamCrownMeters,
    downstreamCrownMeters,
    upstreamCoverMeters: difference(upstream?.groundMeters ?? null, upstreamCrownMeters),
    downstreamCoverMeters: difference(downstream?.groundMeters ?? null, downstreamCrownMeters),
    gradientPerMille: fall === null || siphon || lengthMeters <= 0 ? null : (fall / lengthMeters) * 1000,
    siphon,
  };
}

function difference(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other;
}

function outsideOf(place: string, outside: readonly FigureOutside[]): ProfileRemark[] {
  return outside.map(({ figure, value }) => ({
    ...{ kind: 'outside' as const, place, figure, value },
    ...sewerLimits[figure],
  }));
}

function remarksOf(
  network: SewerNetwork,
  stations: readonly ProfileStation[],
  spans: readonly ProfileSpan[],
  pipes: readonly NetworkPipe[],
): ProfileRemark[] {
  const remarks: ProfileRemark[] = [];
  for (const at of stations) {
    const place = placeOf(at);
    if (at.name === null) remarks.push({ kind: 'no-manhole', place });
    remarks.push(...outsideOf(place, network.nodes[at.node]?.manhole?.outside ?? []));
    if (at.groundMeters === null) remarks.push({ kind: 'no-ground', place });
    const drop = at.dropMeters ?? 0;
    if (drop > stepMeters)
      remarks.push({ kind: 'drop', place, meters: drop, dropPipe: drop >= dropPipeMeters });
    if (drop < -stepMeters) remarks.push({ kind: 'step-up', place, meters: -drop });
  }
  for (const [index, part] of spans.entries()) {
    const place = part.name ?? `${placeOf(stations[index])}–${placeOf(stations[index + 1])}`;
    if (part.upstreamInvertMeters === null) remarks.push({ kind: 'no-upstream-invert', place });
    if (part.downstreamInvertMeters === null) remarks.push({ kind: 'no-downstream-invert', place });
    const outside = pipes[index]?.record.outside ?? [];
    remarks.push(...outsideOf(place, outside));
    if (part.diameterMillimeters === null && !outside.some(({ figure }) => figure === 'diameterMillimeters'))
      remarks.push({ kind: 'no-diameter', place });
    if (!part.lengthStated) remarks.push({ kind: 'length-drawn', place });
    if (pipes[index]?.basis === 'digitised') remarks.push({ kind: 'direction-drawn', place });
    if (part.siphon) remarks.push({ kind: 'siphon', place });
    else if ((part.gradientPerMille ?? 1) < 0)
      remarks.push({ kind: 'adverse', place, perMille: part.gradientPerMille ?? 0 });
    if ((part.upstreamCoverMeters ?? 1) < 0 || (part.downstreamCoverMeters ?? 1) < 0)
      remarks.push({ kind: 'above-ground', place });
  }
  return remarks;
}

/** A manhole's name, or its chainage where it has none. */
export function placeOf(at: ProfileStation | undefined): string {
  return at?.name ?? `+${(at?.chainageMeters ?? 0).toFixed(1)} m`;
}
