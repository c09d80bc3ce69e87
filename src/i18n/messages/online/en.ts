import type { OnlineMessages } from './ja.js';

/** English */
export const onlineEn: OnlineMessages = {
  national: {
    title: 'Depth on the national hazard maps',
    use: 'Use national map services',
    sends: [
      'When on, the numbers of the map images around the place you ask about are sent (about 250 m square; about 1 km for ground height).',
      'They go to disaportaldata.gsi.go.jp and cyberjapandata.gsi.go.jp.',
      'Only when you search down to a house number does that address go to msearch.gsi.go.jp.',
      'While off, nothing is sent. Images that arrive are not stored.',
    ],
    kind: 'These depths were calculated for an assumed disaster. They are another kind of number than the rain the sewers are designed for.',
    working: 'Asking the national map services…',
    workingOne: 'asking…',
    offline: 'You are offline, so the national map services were not asked.',
    depth: (p) => `${p.min} to under ${p.max} m`,
    depthBelow: (p) => `under ${p.max} m`,
    depthFrom: (p) => `${p.min} m or more`,
    meaning: {
      belowFloor: 'As a guide: lower than the ground-floor level (about 0.5 m).',
      groundFloor:
        'As a guide: above the ground-floor level (about 0.5 m), up to just below the upper floor (about 3 m).',
      upperFloor: 'As a guide: above the upper floor, up to its eaves (about 5 m).',
      aboveUpper: 'As a guide: the upper floor (up to about 5 m) is under water.',
    },
    scenario: (p) => `Assumed: ${p.scenario}`,
    noData: 'No map is published for this place',
    noDataNote: 'That does not mean it cannot flood.',
    notColoured: 'Nothing is coloured here',
    notColouredNote:
      'The image cannot tell whether the place was not surveyed, or was surveyed and stays dry. It does not mean safe.',
    unreachable: 'The national map service cannot be reached',
    unreachableNote: 'Everything else on this page still holds.',
    unknownColour: 'A colour outside the legend: cannot be read',
    unknownColourNote: (p) => `The colour in the image was ${p.colour}.`,
    deeper: (p) => `About ${p.distance} to the ${p.direction} there is a deeper colour: ${p.depth}.`,
    deeperSeen: (p) =>
      `Within the image that was read, there is a deeper colour about ${p.distance} to the ${p.direction}: ${p.depth}.`,
    noDeeper: (p) => `There is no deeper colour within about ${p.distance}.`,
    coloured: (p) => `About ${p.distance} to the ${p.direction} there is a colour: ${p.depth}.`,
    colouredSeen: (p) =>
      `Within the image that was read, there is a colour about ${p.distance} to the ${p.direction}: ${p.depth}.`,
    noColour: (p) => `There is no colour within about ${p.distance} either.`,
    again: 'Ask again',
    elevation: 'Ground height above sea level',
    elevationValue: (p) => `about ${p.value} m (survey grid of ${p.grid} m)`,
    elevationNone: 'No height data here',
    credit: (p) => `${p.credit} (used on ${p.date})`,
    elevationCredit: 'Source: 地理院タイル (elevation tiles, Geospatial Information Authority of Japan)',
  },
  rasters: {
    title: 'National hazard maps (over the map)',
    needsSwitch: 'Switch on “Use national map services” to choose these.',
    note: 'Images of the area in view are fetched from the national map service each time. They are not stored.',
    legend: 'Flood depth (national legend)',
    sixClasses: (p) => `on six-class maps ${p.depth}`,
  },
  refine: {
    title: 'Position from the national address search',
    working: 'Asking the national address search for the house number…',
    found: (p) =>
      `The national address search places “${p.address}” about ${p.distance} from the town’s representative point shown now.`,
    kept: 'The answer you see is for the town’s representative point. It does not change by itself.',
    take: 'See the answer for this position',
    taken: (p) => `This answer is for the position the national address search gave for “${p.address}”.`,
    refused: 'The national address search answered with another place, so it is not used.',
    none: 'The national address search did not find this house number.',
    unreachable:
      'The national address search cannot be reached. You see the answer for the town’s representative point.',
    credit: 'Source: 国土地理院 住所検索 (address search, Geospatial Information Authority of Japan)',
  },
  offline: {
    banner: (p) => `You are offline. The data is as of ${p.date}.`,
    bannerUndated: 'You are offline. Answers come from the stored data.',
    card: (p) =>
      `You are offline: this answer comes from data stored on your device, as of ${p.date}. It knows nothing of present floods or warnings.`,
    ready: 'This map now works offline.',
    dismiss: 'Close',
    update: 'A new version is available.',
    updateNow: 'Update now',
    readOn: 'Read on',
    updated: 'Another window changed to a new version. Reload to follow.',
    reload: 'Reload',
  },
};
