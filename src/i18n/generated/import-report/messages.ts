// Made from src/i18n/locales by `npm run messages`: change those, not this.
/** What the command line says about an import. */
export interface ImportReportMessages {
  problems: {
    "file-missing": {
      what: string;
      remedy: string;
    };
    "file-empty": {
      what: string;
      remedy: string;
    };
    "file-too-large": {
      what: string;
      remedy: string;
    };
    "unknown-format": {
      what: string;
      remedy: string;
    };
    "needs-gdal": {
      what: string;
      remedy: string;
    };
    "zip-broken": {
      what: string;
      remedy: string;
    };
    "zip-encrypted": {
      what: string;
      remedy: string;
    };
    "zip-too-many-entries": {
      what: string;
      remedy: string;
    };
    "zip-too-large": {
      what: string;
      remedy: string;
    };
    "zip-bomb": {
      what: string;
      remedy: string;
    };
    "zip-unsupported": {
      what: string;
      remedy: string;
    };
    "zip-nothing-readable": {
      what: string;
      remedy: string;
    };
    "shapefile-incomplete": {
      what: string;
      remedy: string;
    };
    unreadable: {
      what: string;
      remedy: string;
    };
    truncated: {
      what: string;
      remedy: string;
    };
    "no-features": {
      what: string;
      remedy: string;
    };
    "no-geometry": {
      what: string;
      remedy: string;
    };
    "sxf-p21": {
      what: string;
      remedy: string;
    };
    raster: {
      what: string;
      remedy: string;
    };
    "engine-failed": {
      what: string;
      remedy: string;
    };
    "engine-silent": {
      what: string;
      remedy: string;
    };
    "engine-too-much": {
      what: string;
      remedy: string;
    };
    "engine-memory": {
      what: string;
      remedy: string;
    };
    "feature-too-large": {
      what: string;
      remedy: string;
    };
    "open-quote": {
      what: string;
      remedy: string;
    };
    "no-position-columns": {
      what: string;
      remedy: string;
    };
    "crs-unknown": {
      what: string;
      remedy: string;
    };
    "too-many-features": {
      what: string;
      remedy: string;
    };
    "too-many-positions": {
      what: string;
      remedy: string;
    };
    "unknown-layer": {
      what: string;
      remedy: string;
    };
    "mapping-unreadable": {
      what: string;
      remedy: string;
    };
    "mapping-missing": {
      what: string;
      remedy: string;
    };
    "mapping-incomplete": {
      what: string;
      remedy: string;
    };
    "columns-missing": {
      what: string;
      remedy: string;
    };
    "not-this-data": {
      what: string;
      remedy: string;
    };
    "data-set-ambiguous": {
      what: string;
      remedy: string;
    };
    "as-of-unknown": {
      what: string;
      remedy: string;
    };
    "crs-missing": {
      what: string;
      remedy: string;
    };
    "axes-swapped": {
      what: string;
      remedy: string;
    };
    "outside-frame": {
      what: string;
      remedy: string;
    };
    "old-tokyo-datum": {
      what: string;
      remedy: string;
    };
    "shifted-twice": {
      what: string;
      remedy: string;
    };
    "nothing-left": {
      what: string;
      remedy: string;
    };
    "incomplete-layer": {
      what: string;
      remedy: string;
    };
    "no-built-layer": {
      what: string;
      remedy: string;
    };
    "not-imported": {
      what: string;
      remedy: string;
    };
    "in-use": {
      what: string;
      remedy: string;
    };
    "reads-what-it-writes": {
      what: string;
      remedy: string;
    };
    "write-failed": {
      what: string;
      remedy: string;
    };
    "build-failed": {
      what: string;
      remedy: string;
    };
    "names-unknown": {
      what: string;
      remedy: string;
    };
    "drawn-twice": {
      what: string;
      remedy: string;
    };
    "wants-line": {
      what: string;
      remedy: string;
    };
    "wants-polygon": {
      what: string;
      remedy: string;
    };
    "wants-point": {
      what: string;
      remedy: string;
    };
  };
  skips: {
    "other-municipality": string;
    "no-geometry": string;
    "wrong-geometry": string;
    sliver: string;
    unrepairable: string;
    "outside-frame": string;
    "water-area": string;
    "exclave-hole": string;
    "no-name": string;
    "not-in-table": string;
    "ambiguous-name": string;
    "filtered-out": string;
    "other-kind": string;
    "no-position": string;
    schema: string;
    "no-source": string;
    "no-accuracy": string;
    "not-zoned": string;
    "no-block-number": string;
  };
  repairs: {
    "ring-closed": string;
    "ring-order": string;
    "repeated-positions": string;
    "sliver-dropped": string;
    "self-crossing": string;
    "self-touching": string;
    "cut-at-frame": string;
    "part-not-finite": string;
    "html-stripped": string;
  };
  notes: {
    "crs-overridden": string;
    "datum-agrees": string;
    "datum-shifted": string;
    "datum-not-checkable": string;
    "data-set-ignored": string;
    "other-scenario-left-out": string;
    "no-romanised-name": string;
    "not-in-file": string;
    "overlap-left": string;
  };
  refused: (d: { what: string | number; detail: string | number }) => string;
  listSeparator: string;
  examples: (d: { list: string | number }) => string;
  dataSet: (d: { name: string | number; format: string | number; encoding: string | number; crs: string | number }) => string;
  noEncoding: string;
  source: (d: { source: string | number; asOf: string | number; accuracyMeters: string | number }) => string;
  waiting: (d: { holder: string | number }) => string;
  counts: (d: { read: string | number; features: string | number }) => string;
  skipped: (d: { what: string | number; count: string | number; examples: string | number }) => string;
  unknown: (d: { value: string | number; count: string | number }) => string;
  repaired: (d: { what: string | number; count: string | number; examples: string | number }) => string;
  note: (d: { what: string | number; count: string | number; examples: string | number }) => string;
  depth: (d: { depth: string | number; features: number; hectares: string | number }) => string;
  unknownDepth: string;
  rebuilt: (d: { layer: string | number }) => string;
  features: (d: { before: string | number; after: string | number; matched: string | number; changedCount: string | number }) => string;
  area: (d: { beforeHectares: string | number; afterHectares: string | number; gainedHectares: string | number; lostHectares: string | number }) => string;
  length: (d: { beforeKilometers: string | number; afterKilometers: string | number }) => string;
  moved: (d: { meters: string | number }) => string;
  placed: string;
  gone: (d: { names: string | number }) => string;
  added: (d: { names: string | number }) => string;
  restated: (d: { count: string | number; examples: string | number }) => string;
}
