/**
 * Talbot's form of a design rain: I = a / (t + b), I in mm/h, t in minutes.
 * Which a and b hold, and for which return period, is a fact of the city (its city).
 */
export interface TalbotFormula {
  a: number;
  b: number;
  returnPeriodYears: number;
}

/**
 * Mean intensity (mm/h) of a design rain over its duration, which for a sewer is the time of concentration.
 * Fukuoka's 10-year rain I = 5440 / (t + 32) gives 59.13 mm/h at 60 minutes (福岡市の下水道 p. 10).
 * @throws RangeError for a negative or non-finite duration: check figures from a form with `runoff`
 */
export function rainfallIntensityMmPerHour(durationMinutes: number, { a, b }: TalbotFormula): number {
  if (!(durationMinutes >= 0 && Number.isFinite(durationMinutes)))
    throw new RangeError(`a rain of ${durationMinutes} minutes has no intensity; give 0 or more`);
  return a / (durationMinutes + b);
}
