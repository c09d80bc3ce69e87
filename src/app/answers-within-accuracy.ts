import type { Position } from '../geometry/position.js';
import { circleAround } from '../geometry/circle.js';
import type { SiteReport, SiteReportResult } from '../report/site-report-types.js';
import type { AnswersWithinAccuracy } from '../report-text/within-accuracy.js';

/** Fewer points than the drawn circle has corners: an edge that only grazes it decides nothing anyway. */
const askedEvery = 3;

/** Asks for the answers all around a located point. */
export async function answersWithinAccuracy(
  centre: Position,
  accuracyMeters: number,
  report: (position: Position) => Promise<SiteReportResult>,
): Promise<AnswersWithinAccuracy> {
  const corners = circleAround(centre, accuracyMeters).coordinates[0] ?? [];
  const ring = corners.filter((_, i) => i % askedEvery === 0);
  const asked = [centre, ...ring.map(([longitude = 0, latitude = 0]) => [longitude, latitude] as const)];
  const answers = await Promise.all(asked.map((position) => report(position)));
  const reports = answers.flatMap((answer): SiteReport[] =>
    answer.ok && answer.report.inCity ? [answer.report] : [],
  );
  const districts = reports.flatMap(({ treatment }) => (treatment ? [treatment.district] : []));
  const levels = reports.flatMap(({ designRainfall }) => designRainfall?.targetMmPerHour ?? []);
  return {
    accuracyMeters,
    districts: [...new Set(districts)],
    levelsMmPerHour: [...new Set(levels)].sort((a, b) => a - b),
  };
}
