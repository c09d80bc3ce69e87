// Made from src/i18n/locales by `npm run messages`: change those, not this.
/** Words of embedded maps, of stories and of the maker. */
export interface EmbedMessages {
  name: string;
  mapTitle: string;
  openFull: string;
  newTab: string;
  listSeparator: string;
  labelled: (d: { label: string | number; value: string | number }) => string;
  foot: {
    label: string;
    source: string;
    pages: (d: { pages: string | number }) => string;
    asOf: (d: { date: string | number }) => string;
    version: (d: { version: string | number }) => string;
    limits: string;
    unread: string;
    reading: string;
    otherVersion: (d: { made: string | number; now: string | number }) => string;
    badLink: (d: { parts: string | number }) => string;
  };
  legend: {
    title: string;
    none: string;
    table: (d: { layer: string | number }) => string;
    tableShort: string;
    failed: string;
    left: string;
    right: string;
  };
  map: {
    label: string;
    keyboard: string;
    keyboardReport: string;
    crosshair: string;
    crosshairReport: string;
    zoomIn: string;
    zoomOut: string;
    home: string;
    credits: string;
    groundMissing: string;
    baseCredit: string;
    wheelWindows: string;
    wheelMac: string;
    touch: string;
    loading: string;
    noWebgl: string;
    failed: string;
    retry: string;
    compare: string;
  };
  report: {
    title: string;
    hint: string;
    working: string;
    failed: string;
    whole: string;
    source: string;
    scenario: (d: { zone: string | number; value: string | number }) => string;
  };
  story: {
    list: string;
    step: (d: { total: string | number; number: string | number }) => string;
    next: string;
    previous: string;
    steps: string;
    figures: string;
    print: string;
    otherLanguage: string;
    keyboard: string;
    failed: string;
    end: string;
  };
  maker: {
    title: string;
    lead: string;
    choose: string;
    kinds: {
      map: string;
      story: string;
      compare: string;
    };
    layers: string;
    layersLeft: string;
    layersRight: string;
    opacity: string;
    story: string;
    words: string;
    heading: string;
    caption: string;
    look: string;
    language: string;
    languageReader: string;
    theme: string;
    themes: {
      system: string;
      light: string;
      dark: string;
    };
    palette: string;
    palettes: {
      official: string;
      safe: string;
    };
    search: string;
    report: string;
    height: string;
    heightNote: (d: { pixels: string | number }) => string;
    view: string;
    viewNote: string;
    preview: string;
    previewWidth: string;
    code: string;
    kindsOfCode: {
      frame: string;
      element: string;
      picture: string;
    };
    codeNotes: {
      frame: string;
      element: string;
      picture: string;
    };
    copy: string;
    copied: string;
    copyFailed: string;
    pin: string;
    pinNote: string;
    pinFailed: string;
    savePicture: string;
    pictureWorking: string;
    pictureFailed: string;
    permanent: (d: { version: string | number }) => string;
    alt: string;
    manual: string;
    layerCount: (d: { count: number }) => string;
  };
  alt: {
    sentenceSpace: string;
    groupSeparator: string;
    map: (d: { title: string | number; layers: string | number }) => string;
    layer: (d: { layer: string | number; count: string | number }) => string;
    centres: (d: { list: string | number }) => string;
    centre: (d: { district: string | number; centre: string | number }) => string;
    plans: (d: { list: string | number }) => string;
    plan: (d: { plan: string | number; target: string | number; stage: string | number }) => string;
    priority: (d: { count: number; value: string | number }) => string;
    zones: (d: { list: string | number; value: string | number }) => string;
    source: (d: { source: string | number; date: string | number }) => string;
  };
  views: {
    rainfall: string;
    treatment: string;
    inundation: string;
    shelters: string;
  };
  still: {
    title: string;
    picture: string;
    lead: string;
    base: (d: { value: string | number; page: string | number }) => string;
    target: (d: { plan: string | number; target: string | number; stage: string | number; page: string | number }) => string;
    centresTitle: string;
    district: string;
    centre: string;
    area: string;
  };
  stories: {
    "floods-and-protection": string;
    "where-water-goes": string;
  };
  broken: string;
}
