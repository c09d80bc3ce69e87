// Made from src/i18n/locales by `npm run messages`: change those, not this.
/** Words of the page. */
export interface Messages {
  sentenceSpace: string;
  listSeparator: string;
  announcementPause: string;
  labelled: (d: { label: string | number; value: string | number }) => string;
  app: {
    name: string;
    tagline: string;
    pageTitle: (d: { page: string | number }) => string;
    homeTitle: string;
    unofficial: string;
  };
  skip: {
    label: string;
    toSearch: string;
    toAnswer: string;
    toMap: string;
    toContent: string;
  };
  nav: {
    main: string;
    menu: string;
    map: string;
    tables: string;
    tools: string;
    toolsFailed: string;
    about: string;
    import: string;
    help: string;
    language: string;
    theme: string;
    themes: {
      system: string;
      light: string;
      dark: string;
    };
    backToMap: string;
    close: string;
  };
  panel: {
    label: string;
    tabs: string;
    answer: string;
    find: string;
    layers: string;
    expand: string;
    collapse: string;
  };
  search: {
    label: string;
    placeholder: string;
    clear: string;
    results: string;
    count: (d: { count: number }) => string;
    failed: string;
    kinds: {
      coordinates: string;
      city: string;
      ward: string;
      town: string;
      station: string;
      exit: string;
      facility: string;
      shelter: string;
      district: string;
      landmark: string;
      block: string;
      place: string;
    };
    levels: {
      coordinates: string;
      block: string;
      town: string;
      "town-group": string;
      ward: string;
      city: string;
      facility: string;
      station: string;
      district: string;
      partial: string;
    };
    reasons: {
      empty: string;
      "outside-city": string;
      "postal-code-only": string;
      "no-match": string;
    };
    otherWard: (d: { ward: string | number }) => string;
    area: (d: { count: string | number }) => string;
    noPlace: string;
    unused: (d: { rest: string | number }) => string;
    blockNotes: {
      "unknown-number": (d: { asked: string | number; known: string | number }) => string;
      letter: (d: { asked: string | number }) => string;
      "two-numbers": (d: { asked: string | number }) => string;
      "no-blocks": (d: { asked: string | number }) => string;
      "index-absent": (d: { asked: string | number }) => string;
    };
    within: (d: { distance: string | number }) => string;
    which: string;
  };
  other: {
    title: string;
    lead: string;
    townList: string;
    ward: string;
    chooseWard: string;
    town: string;
    chooseTown: string;
    showTown: string;
    townNote: string;
    coordinates: string;
    latitude: string;
    longitude: string;
    showPoint: string;
  };
  locate: {
    button: string;
    working: string;
    denied: string;
    failed: string;
    accuracy: (d: { distance: string | number }) => string;
    severalDistricts: (d: { districts: string | number }) => string;
    severalLevels: (d: { levels: string | number }) => string;
  };
  intro: {
    title: string;
    lead: string;
    base: (d: { value: string | number }) => string;
    examples: string;
    examplePlaces: readonly [string, string, string, string];
    keyboard: string;
  };
  rainUnit: string;
  units: {
    ha: string;
    "mm/h": string;
    m: string;
    mm: string;
    m3: string;
    "m3/day": string;
    "m3/min": string;
    people: string;
  };
  report: {
    working: string;
    noTown: string;
    place: (d: { ward: string | number; town: string | number }) => string;
    district: (d: { name: string | number }) => string;
    position: (d: { latitude: string | number; longitude: string | number }) => string;
    centre: string;
    centreNone: string;
    centreProbably: (d: { centre: string | number }) => string;
    centreUndecided: string;
    rain: string;
    rainTarget: string;
    rainStage: string;
    rainMeaning: (d: { value: string | number }) => string;
    rainTenYears: string;
    rainTwo: (d: { target: string | number; stage: string | number }) => string;
    rainNotReached: string;
    rainIfInside: string;
    rainNone: string;
    rainOutside: string;
    rainPlanEdge: string;
    copyLink: string;
    copied: string;
    copyFailed: string;
    copyText: string;
    print: string;
    close: string;
    openPage: string;
    sections: {
      treatment: string;
      rainfall: string;
      priority: string;
      inundation: string;
      nearest: string;
      programmes: string;
      method: string;
      limits: string;
      ladder: string;
    };
    labels: {
      district: string;
      sewerSystem: string;
      centre: string;
      plan: string;
      part: string;
      period: string;
      target: string;
      stage: string;
      base: string;
      level: string;
      priorityName: string;
      zone: string;
      scenario: string;
      depth: string;
      sewer: string;
      gauge: string;
      dangerLevel: string;
      overflow: string;
      published: string;
      revised: string;
      source: string;
      shelters: string;
      pumpStations: string;
      sewers: string;
      ponds: string;
    };
    source: (d: { document: string | number; page: string | number }) => string;
    asOfInBrackets: (d: { date: string | number }) => string;
    certaintyClear: (d: { distance: string | number; accuracy: string | number }) => string;
    certaintyClearNoEdge: string;
    certaintyNearEdge: (d: { distance: string | number; accuracy: string | number }) => string;
    certaintyTownUnchecked: string;
    certaintyDoubtful: (d: { district: string | number; others: string | number }) => string;
    certaintyOutside: string;
    certaintyOutsideEdge: (d: { distance: string | number }) => string;
    candidates: string;
    noDistrict: string;
    noPlan: string;
    drawnAs: (d: { district: string | number }) => string;
    outsideMeaning: string;
    sewerSystems: {
      separate: string;
      combined: string;
      mixed: string;
    };
    parts: {
      whole: string;
      phase1: string;
      phase2: string;
    };
    noPlanHere: (d: { base: string | number }) => string;
    planEdge: (d: { distance: string | number; accuracy: string | number }) => string;
    priorityHere: (d: { name: string | number }) => string;
    coastEdge: string;
    wardEdge: (d: { wards: string | number }) => string;
    townEdge: (d: { towns: string | number }) => string;
    townGuess: string;
    townBorder: (d: { towns: string | number }) => string;
    townDivided: string;
    partEdge: (d: { parts: string | number }) => string;
    sewerAreaUnknown: string;
    sewerAreaEdge: string;
    priorityEdge: string;
    priorityShared: (d: { names: string | number }) => string;
    scenarioKind: (d: { value: string | number }) => string;
    thousandYears: string;
    inundationIn: string;
    inundationEdge: string;
    inundationNone: string;
    depthUnknown: string;
    depthRange: (d: { min: string | number; max: string | number }) => string;
    depthOver: (d: { min: string | number }) => string;
    dangerMeaning: (d: { station: string | number; level: string | number }) => string;
    after15: (d: { depth: string | number }) => string;
    maximum: (d: { depth: string | number }) => string;
    nearestItem: (d: { name: string | number; direction: string | number; distance: string | number }) => string;
    nearestClose: (d: { name: string | number; accuracy: string | number }) => string;
    shelterNote: string;
    applies: {
      yes: string;
      no: string;
      unknown: string;
    };
    methods: {
      official: string;
      transcribed: string;
      constructed: string;
      schematic: string;
    };
    accuracy: (d: { method: string | number; accuracy: string | number }) => string;
    constructedNote: string;
    version: (d: { version: string | number; date: string | number }) => string;
    cityUnknown: string;
    notInCity: string;
    notInCityLead: string;
    unavailable: (d: { layer: string | number }) => string;
    unavailableWhole: string;
    areaWhole: (d: { area: string | number; district: string | number }) => string;
    areaShared: (d: { area: string | number; districts: string | number }) => string;
    areaNone: (d: { area: string | number }) => string;
    areaUnknown: (d: { area: string | number }) => string;
    areaPoint: string;
    areaPointWard: string;
    nearestBlock: (d: { block: string | number; distance: string | number }) => string;
    blockName: (d: { town: string | number; number: string | number }) => string;
    lotName: (d: { town: string | number; number: string | number }) => string;
    blockPoint: (d: { distance: string | number }) => string;
  };
  programmes: {
    "rain-tank": {
      name: string;
      detail: string;
    };
    "rain-infiltration": {
      name: string;
      detail: string;
    };
    "sewer-separation": {
      name: string;
      detail: string;
    };
    "septic-tank": {
      name: string;
      detail: string;
    };
    other: {
      name: string;
      detail: string;
    };
  };
  directions: readonly [string, string, string, string, string, string, string, string];
  limits: readonly [string, string, string];
  ladder: {
    intro: string;
    kinds: {
      "design-past": string;
      design: string;
      "design-target": string;
      observation: string;
      scenario: string;
    };
    here: string;
    hereTarget: string;
    hereStage: string;
    returnPeriod: (d: { years: number }) => string;
    observedOn: (d: { date: string | number }) => string;
    feel: {
      heavy: string;
      violent: string;
    };
    feelsFrom: (d: { feel: string | number }) => string;
    feelSource: string;
  };
  sheet: {
    map: string;
    scale: (d: { scale: string | number }) => string;
    printedOn: (d: { date: string | number }) => string;
    code: string;
  };
  layers: {
    title: string;
    groups: {
      treatment: string;
      rainfall: string;
      hazard: string;
      facility: string;
      base: string;
    };
    opacity: (d: { layer: string | number }) => string;
    opacityShort: string;
    table: string;
    failed: string;
    legend: string;
    legendEmpty: string;
    basemap: string;
    basemaps: {
      embedded: string;
      "gsi-pale": string;
      "gsi-photo": string;
    };
    basemapNote: string;
    keepBasemap: (d: { size: string | number }) => string;
    keepBasemapStates: {
      none: string;
      keeping: string;
      kept: string;
      failed: string;
    };
    palette: string;
    palettes: {
      official: string;
      safe: string;
    };
    reset: string;
  };
  map: {
    label: string;
    keyboardHelp: string;
    crosshair: string;
    loading: string;
    zoomIn: string;
    zoomOut: string;
    home: string;
    groundMissing: string;
    creditsTitle: string;
    creditWards: string;
    creditTowns: string;
    creditYearbook: string;
    noWebgl: string;
    noWebglLead: string;
    failed: string;
    failedLead: string;
    retry: string;
    without: string;
  };
  loading: {
    title: string;
    progress: (d: { total: string | number; done: string | number }) => string;
  };
  errors: {
    partsTitle: string;
    part: (d: { layer: string | number; reason: string | number }) => string;
    reasons: {
      missing: string;
      http: string;
      unreachable: string;
      stalled: string;
      "not-json": string;
      "not-geojson": string;
      "hash-mismatch": string;
      invalid: string;
      unknown: string;
    };
    searchIndex: string;
    whatToDo: string;
    reload: string;
    manifest: string;
    worker: string;
    offline: string;
    position: {
      "not-a-number": string;
      "longitude-range": string;
      "latitude-range": string;
      swapped: string;
    };
    swap: string;
    badLink: (d: { parts: string | number }) => string;
    otherVersion: string;
    reportFailed: string;
    broken: {
      title: (d: { part: string | number }) => string;
      lead: string;
      save: string;
      clear: string;
      sure: string;
    };
    partFailed: string;
    wordsMissing: (d: { language: string | number }) => string;
    importsUnread: string;
    blocks: string;
  };
  tables: {
    title: string;
    lead: string;
    choose: string;
    filter: string;
    count: (d: { total: string | number; shown: string | number }) => string;
    goToMap: string;
    goToMapOf: (d: { name: string | number }) => string;
    noPlace: string;
    name: string;
    place: string;
    empty: string;
    failed: string;
    loading: string;
    yes: string;
    no: string;
    unknown: string;
    more: string;
  };
  about: {
    title: string;
    lead: string;
    layers: string;
    source: string;
    asOf: string;
    method: string;
    accuracy: string;
    features: string;
    featuresValue: (d: { count: string | number; placed: string | number }) => string;
    accuracyUpTo: (d: { accuracy: string | number }) => string;
    noAccuracy: string;
    privacyTitle: string;
    privacy: string;
    limitsTitle: string;
    licence: string;
    software: string;
  };
  help: {
    title: string;
    steps: readonly [string, string, string, string];
    shortcutsTitle: string;
    shortcutsOn: string;
    keys: {
      slash: string;
      question: string;
      m: string;
      r: string;
      l: string;
      arrows: string;
      zoom: string;
      enter: string;
      escape: string;
    };
    keyNames: {
      arrows: string;
      zoom: string;
      enter: string;
      escape: string;
    };
  };
  notFound: {
    title: string;
    lead: string;
  };
  online: {
    national: {
      title: string;
      use: string;
      sends: readonly [string, string, string, string];
      kind: string;
      working: string;
      workingOne: string;
      offline: string;
      depth: (d: { min: string | number; max: string | number }) => string;
      depthBelow: (d: { max: string | number }) => string;
      depthFrom: (d: { min: string | number }) => string;
      meaning: {
        belowFloor: string;
        groundFloor: string;
        upperFloor: string;
        aboveUpper: string;
      };
      scenario: (d: { scenario: string | number }) => string;
      noData: string;
      noDataNote: string;
      notColoured: string;
      notColouredNote: string;
      unreachable: string;
      unreachableNote: string;
      unknownColour: string;
      unknownColourNote: (d: { colour: string | number }) => string;
      deeper: (d: { direction: string | number; distance: string | number; depth: string | number }) => string;
      deeperSeen: (d: { direction: string | number; distance: string | number; depth: string | number }) => string;
      noDeeper: (d: { distance: string | number }) => string;
      coloured: (d: { direction: string | number; distance: string | number; depth: string | number }) => string;
      colouredSeen: (d: { direction: string | number; distance: string | number; depth: string | number }) => string;
      noColour: (d: { distance: string | number }) => string;
      again: string;
      elevation: string;
      elevationValue: (d: { value: string | number; grid: string | number }) => string;
      elevationNone: string;
      credit: (d: { credit: string | number; date: string | number }) => string;
      elevationCredit: string;
    };
    rasters: {
      title: string;
      needsSwitch: string;
      note: string;
      legend: string;
      sixClasses: (d: { depth: string | number }) => string;
    };
    refine: {
      title: string;
      working: string;
      found: (d: { address: string | number; distance: string | number }) => string;
      kept: string;
      take: string;
      taken: (d: { address: string | number }) => string;
      refused: string;
      none: string;
      unreachable: string;
      credit: string;
    };
    offline: {
      banner: (d: { date: string | number }) => string;
      bannerUndated: string;
      card: (d: { date: string | number }) => string;
      ready: string;
      dismiss: string;
      update: string;
      updateNow: string;
      readOn: string;
      updated: string;
      reload: string;
    };
  };
  names: Readonly<Record<string, string>>;
}
