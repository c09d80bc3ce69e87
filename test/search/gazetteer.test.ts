import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../src/search/document.js';
import { readGazetteer, type Gazetteer } from '../../src/search/gazetteer.js';
import { createSearchIndex, type SearchIndex } from '../../src/search/search-index.js';
import { coveredTowns, groupCandidate } from '../../src/search/scored-candidate.js';

/** Two wards, two base names, one place of each kind, one station with exits. */
const small: SearchDocument = {
  version: 1,
  city: {
    name: '福岡市',
    nameEn: 'Fukuoka',
    kana: 'ふくおかし',
    prefecture: '福岡県',
    prefectureEn: 'Fukuoka',
    prefectureKana: 'ふくおかけん',
    operators: ['地下鉄', 'JR'],
  },
  frame: [130, 33, 131, 34],
  centre: [130.4, 33.59],
  neighbours: [
    ['春日市', 'Kasuga City'],
    ['粕屋町', 'Kasuya-machi'],
    ['久山町', 'Hisayama Town'],
  ],
  layers: { ward: 'wards', town: 'towns', place: ['stations', 'centres', 'shelters', 'districts', 'towns'] },
  wards: [
    ['ward-1', '東区', 'Higashi Ward', 13040000, 3360000],
    ['ward-2', '中央区', 'Chuo-ku', null, null],
  ],
  towns: [
    [
      1,
      '天神',
      'てんじん',
      'Tenjin',
      [
        ['t/1', 1, 0, 13040000, 3359000],
        ['t/2', 2, 0, 13040200, 3359000],
        ['t/5', 5, 0, null, 3359000],
      ],
    ],
    [
      0,
      '香住ヶ丘',
      'かすみ がおか',
      '',
      [
        ['k/小', 0, 3, 13043000, 3366000],
        ['k/大', 0, 1, 13043100, 3366000],
        ['k/町', 0, 2, null, null],
        ['k/12', 12, 0, 13043200, 3366000],
      ],
    ],
  ],
  places: [
    [0, 0, 's1', '天神', 'Tenjin', 1, 13039900, 3359100, ['地下鉄天神']],
    [0, 0, 's2', '大濠公園駅', 'Ohori Park Station', 1, null, null, []],
    [1, 1, 'c1', '中部水処理センター', 'Chubu Water Treatment Center', 1, 13037500, 3360300, ['中部処理場']],
    [2, 2, 'h1', '福岡市立若久小学校 （浸水は２階以上）', '', 0, 13042000, 3355000, []],
    [3, 3, 'd1', '中部処理区', 'Chubu Treatment District', null, 13038800, 3358400, ['中部']],
    [4, 4, 't/1', '福岡市役所', 'Fukuoka City Hall', 1, 13040140, 3359088, ['市役所']],
  ],
  exits: [
    [
      '天神',
      'Tenjin',
      [
        ['1', 1, 13039800, 3359200],
        ['東12a', 0, null, null],
        ['北', null, 13039700, 3359300],
      ],
    ],
    ['無名', '', [['1', null, null, null]]],
  ],
};

describe('readGazetteer', () => {
  // Inside the tests, as everywhere: what is made while the file loads is judged by none of them.
  let wards: Gazetteer['wards'];
  let groups: Gazetteer['groups'];
  let places: Gazetteer['places'];
  beforeEach(() => {
    ({ wards, groups, places } = readGazetteer(small));
  });

  it('reads wards in their order, with the sound of the name', () => {
    expect(wards).toEqual([
      {
        id: 'ward-1',
        name: '東区',
        nameEn: 'Higashi Ward',
        order: 0,
        position: [130.4, 33.6],
        sound: 'higasi',
      },
      { id: 'ward-2', name: '中央区', nameEn: 'Chuo-ku', order: 1, position: null, sound: 'tyuo' },
    ]);
  });

  it('names towns as the city does, in both languages', () => {
    expect(groups.map(({ ward, base, nameEn, sounds }) => [ward.name, base, nameEn, sounds])).toEqual([
      ['中央区', '天神', 'Tenjin', ['tenzin']],
      ['東区', '香住ヶ丘', '', ['kasumigaoka']],
    ]);
    expect(groups[0]?.towns).toEqual([
      {
        id: 't/1',
        name: '天神一丁目',
        nameEn: 'Tenjin 1-chome',
        chome: 1,
        kind: '丁目',
        position: [130.4, 33.59],
      },
      {
        id: 't/2',
        name: '天神二丁目',
        nameEn: 'Tenjin 2-chome',
        chome: 2,
        kind: '丁目',
        position: [130.402, 33.59],
      },
      { id: 't/5', name: '天神五丁目', nameEn: 'Tenjin 5-chome', chome: 5, kind: '丁目', position: null },
    ]);
    expect(groups[1]?.towns.map(({ name, nameEn, chome, kind }) => [name, nameEn, chome, kind])).toEqual([
      ['香住ヶ丘', '', null, '小字'],
      ['大字香住ヶ丘', '', null, '大字'],
      ['香住ヶ丘', '', null, '町'],
      ['香住ヶ丘十二丁目', '', 12, '丁目'],
    ]);
  });

  it('finds a 丁目 by its number, and those without one in the order 町, 大字, 小字', () => {
    expect([...(groups[0]?.byChome ?? [])].map(([chome, { id }]) => [chome, id])).toEqual([
      [1, 't/1'],
      [2, 't/2'],
      [5, 't/5'],
    ]);
    expect(groups[0]?.plain).toEqual([]);
    expect(groups[1]?.plain.map(({ id }) => id)).toEqual(['k/町', 'k/大', 'k/小']);
    expect([...(groups[1]?.byChome.keys() ?? [])]).toEqual([12]);
  });

  it('gives every place the names it goes by', () => {
    expect(
      places.map(({ id, kind, name, nameEn, keys, sounds }) => ({ id, kind, name, nameEn, keys, sounds })),
    ).toEqual([
      {
        id: 'stations:s1',
        kind: 'station',
        name: '天神駅',
        nameEn: 'Tenjin Station',
        keys: ['天神駅', '天神', '地下鉄天神駅', '地下鉄天神'],
        sounds: ['tenzin', 'tenzinstation', 'tenzinsta', 'tenzineki'],
      },
      {
        id: 'stations:s2',
        kind: 'station',
        name: '大濠公園駅',
        nameEn: 'Ohori Park Station',
        keys: ['大濠公園駅', '大濠公園'],
        sounds: [
          'ohoripark',
          'ohorikoen',
          'ohoriparkstation',
          'ohorikoenstation',
          'ohoriparksta',
          'ohorikoensta',
          'ohoriparkeki',
          'ohorikoeneki',
        ],
      },
      {
        id: 'centres:c1',
        kind: 'facility',
        name: '中部水処理センター',
        nameEn: 'Chubu Water Treatment Center',
        keys: ['中部水処理せんたー', '中部処理場'],
        sounds: ['tyubuwatertreatmententer'],
      },
      {
        id: 'shelters:h1',
        kind: 'shelter',
        name: '福岡市立若久小学校 （浸水は２階以上）',
        nameEn: '',
        keys: ['福岡市立若久小学校浸水は2階以上', '若久小学校'],
        sounds: [],
      },
      {
        id: 'districts:d1',
        kind: 'district',
        name: '中部処理区',
        nameEn: 'Chubu Treatment District',
        keys: ['中部処理区', '中部'],
        sounds: ['tyubutreatmentzistrit'],
      },
      {
        id: 'towns:t/1',
        kind: 'landmark',
        name: '福岡市役所',
        nameEn: 'Fukuoka City Hall',
        keys: ['福岡市役所', '市役所'],
        sounds: ['hukuokatityhar', 'tityhar'],
      },
      {
        id: 'exit:天神:1',
        kind: 'exit',
        name: '天神1番出入口',
        nameEn: 'Tenjin Exit 1',
        keys: ['天神1出口'],
        sounds: ['tenzinexit1'],
      },
      {
        id: 'exit:天神:東12a',
        kind: 'exit',
        name: '天神東12a番出入口',
        nameEn: 'Tenjin Exit East 12a',
        keys: ['天神東12a出口'],
        sounds: ['tenzinexiteast12a'],
      },
      {
        id: 'exit:天神:北',
        kind: 'exit',
        name: '天神北出入口',
        nameEn: 'Tenjin Exit North',
        keys: ['天神北出口'],
        sounds: ['tenzinexitnorth'],
      },
      { id: 'exit:無名:1', kind: 'exit', name: '無名1番出入口', nameEn: '', keys: ['無名1出口'], sounds: [] },
    ]);
  });

  it('says where each place is, in which ward, and what it stands for', () => {
    expect(
      places.map(({ ward, position, featureRef }) => [ward?.name ?? null, position, featureRef]),
    ).toEqual([
      ['中央区', [130.399, 33.591], { layer: 'stations', id: 's1' }],
      ['中央区', null, { layer: 'stations', id: 's2' }],
      ['中央区', [130.375, 33.603], { layer: 'centres', id: 'c1' }],
      ['東区', [130.42, 33.55], { layer: 'shelters', id: 'h1' }],
      [null, [130.388, 33.584], { layer: 'districts', id: 'd1' }],
      ['中央区', [130.4014, 33.59088], { layer: 'towns', id: 't/1' }],
      ['中央区', [130.398, 33.592], null],
      ['東区', null, null],
      [null, [130.397, 33.593], null],
      [null, null, null],
    ]);
  });

  it('refuses a town of a ward that is not there', () => {
    const broken = structuredClone(small);
    (broken.towns[0] as unknown[])[0] = 7;
    expect(() => readGazetteer(broken)).toThrow(RangeError);
  });
});

describe('createSearchIndex', () => {
  let index: SearchIndex;
  beforeEach(() => {
    index = createSearchIndex(small);
  });

  it('knows the city’s own words', () => {
    expect(index.city).toEqual({
      name: '福岡市',
      stem: '福岡',
      prefecture: '福岡県',
      nameSound: 'hukuokasi',
      prefectureSound: 'hukuokaken',
      operators: ['地下鉄', 'jr'],
      neighbours: [
        ['春日市', '春日市'],
        ['粕屋町', '粕屋町'],
        ['久山町', '久山町'],
      ],
      neighbourSounds: new Map([
        ['kasuga', '春日市'],
        ['kasuya', '粕屋町'],
        ['hisayama', '久山町'],
      ]),
    });
  });

  it('leads every name and every sound to what bears it', () => {
    const named = (map: typeof index.byKey) =>
      Object.fromEntries(
        [...map].map(([key, targets]) => [
          key,
          targets.map((target) => {
            if (target.type === 'city') return 'city';
            if (target.type === 'ward') return target.ward.id;
            return target.type === 'group' ? `${target.group.base}` : target.place.id;
          }),
        ]),
      );
    const byKey = named(index.byKey);
    expect(byKey['福岡市']).toEqual(['city']);
    expect(byKey['福岡']).toEqual(['city']);
    expect(byKey['東区']).toEqual(['ward-1']);
    expect(byKey['天神']).toEqual(['天神', 'stations:s1']);
    expect(byKey['香住丘']).toEqual(['香住ヶ丘']);
    expect(byKey['中部']).toEqual(['districts:d1']);
    expect(byKey['']).toBeUndefined();
    const bySound = named(index.bySound);
    expect(bySound['hukuokasi']).toEqual(['city']);
    expect(bySound['higasiku']).toEqual(['ward-1']);
    expect(bySound['higasiward']).toEqual(['ward-1']);
    expect(bySound['tyuoku']).toEqual(['ward-2']);
    expect(bySound['tenzin']).toEqual(['天神', 'stations:s1']);
    expect(bySound['tenzineki']).toEqual(['stations:s1']);
    expect(bySound['']).toBeUndefined();
    expect(index.keys.keys).toEqual(Object.keys(byKey).sort());
    expect(index.sounds.keys).toEqual(Object.keys(bySound).sort());
    expect(index.longestTown).toBe(3);
  });

  it('compares slips with every name, but with no sound that ends in station or ward', () => {
    expect([...index.alikeKeys.keys].sort()).toEqual([...index.byKey.keys()].sort());
    expect([...index.alikeSounds.keys].sort()).toEqual(
      [...index.bySound.keys()]
        .filter((sound) => !sound.endsWith('station') && !sound.endsWith('ward'))
        .sort(),
    );
    expect(index.alikeSounds.keys).not.toContain('tenzinstation');
  });
});

describe('a base name', () => {
  let groups: Gazetteer['groups'];
  beforeEach(() => {
    groups = readGazetteer(small).groups;
  });
  const match = { score: 1, level: 'town-group', matched: '', rest: '', ward: null } as const;

  it('covers its towns, hamlets only when there is nothing else', () => {
    const [tenjin, kasumi] = groups as [(typeof groups)[0], (typeof groups)[0]];
    expect(coveredTowns(tenjin).map(({ id }) => id)).toEqual(['t/1', 't/2', 't/5']);
    expect(coveredTowns(kasumi).map(({ id }) => id)).toEqual(['k/大', 'k/町', 'k/12']);
    const hamlets = { ...kasumi, towns: kasumi.towns.filter(({ kind }) => kind === '小字') };
    expect(coveredTowns(hamlets).map(({ id }) => id)).toEqual(['k/小']);
  });

  it('stands at the placed town nearest to the middle of all', () => {
    const [tenjin] = groups as [(typeof groups)[0]];
    const at = (...positions: ([number, number] | null)[]) =>
      groupCandidate(
        { ...tenjin, towns: tenjin.towns.map((town, i) => ({ ...town, position: positions[i] ?? null })) },
        match,
      ).candidate.position;
    expect(at([130, 33], [131, 33], [130.4, 33])).toEqual([130.4, 33]);
    expect(at([130, 33], [130, 34], [130, 33.6])).toEqual([130, 33.6]);
    expect(at([130.4, 33], [130, 33], [131, 33])).toEqual([130.4, 33]);
    expect(at(null, [130, 33], null)).toEqual([130, 33]);
    expect(at(null, null, null)).toBeNull();
    // A degree of longitude is shorter than one of latitude: 0.7 of its square.
    expect(at([130.5, 33], [130, 33.45], [129.5, 32.55])).toEqual([130.5, 33]);
  });
});
