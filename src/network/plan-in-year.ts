import { parseEraPeriod, type FiscalYear } from './fiscal-year.js';

/** A part of a plan, as the layer gives it. */
export interface PlanPart {
  id: string;
  plan: string;
  part: 'whole' | 'phase1' | 'phase2';
  /** `H21–H30` */
  period: string;
  targetMmPerHour: number;
  stageMmPerHour: number;
}

export interface PlanInYear {
  part: PlanPart;
  /** The part's works run in that year, are over, or have no printed end. */
  state: 'running' | 'over' | 'open-ended';
}

/** Parts of plans that had begun by a year; those of the future and those without a printed period are left out. */
export function plansInYear(parts: readonly PlanPart[], year: FiscalYear): PlanInYear[] {
  return parts.flatMap((part): PlanInYear[] => {
    const { first, last } = parseEraPeriod(part.period);
    if (first === null || year < first) return [];
    if (last === null) return [{ part, state: 'open-ended' }];
    return [{ part, state: year <= last ? 'running' : 'over' }];
  });
}
