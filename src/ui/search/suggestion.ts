import { shownText } from '../../i18n/shown-text.js';
import { layerById } from '../../catalog/layers.js';
import type { Candidate } from '../../search/candidate.js';
import { blockNoteText } from './block-note.js';
import type { Translation } from '../../i18n/translation.js';

/** One line under the search box. The text is final: the box only shows it. */
export interface Suggestion {
  id: string;
  name: string;
  /** Ward, and what contradicts the query: sets two equal names apart. */
  detail: string;
  /** 町, 駅, … */
  kind: string;
  /** How well it matches: 町まで一致, … */
  level: string;
  candidate: Candidate;
}

/** Areas are of several kinds (処理区, 重点地区, …); a district is called by its layer. */
function kindOf({ kind, featureRef }: Candidate, { t, text }: Translation): string {
  const layer = kind === 'district' && featureRef ? layerById(featureRef.layer) : undefined;
  return text(layer?.title) ?? t.search.kinds[kind];
}

export function suggestionOf(candidate: Candidate, translation: Translation): Suggestion {
  const { t, name, format } = translation;
  const ward = candidate.ward === null ? null : name(candidate.ward);
  const details = [
    candidate.wardMismatch && ward !== null ? t.search.otherWard({ ward }) : ward,
    candidate.position === null ? t.search.noPlace : null,
    candidate.area ? t.search.area({ count: format.number(candidate.area.exits, 0) }) : null,
    candidate.accuracyMeters === undefined
      ? null
      : t.search.within({ distance: format.distance(candidate.accuracyMeters) }),
    candidate.blockNote
      ? blockNoteText(candidate.blockNote, translation)
      : candidate.rest === ''
        ? null
        : t.search.unused({ rest: shownText(candidate.rest) }),
  ];
  return {
    id: candidate.id,
    name: name(candidate.name, candidate.nameEn),
    detail: details.filter((part) => part !== null).join(t.listSeparator),
    kind: kindOf(candidate, translation),
    level: t.search.levels[candidate.matchLevel],
    candidate,
  };
}
