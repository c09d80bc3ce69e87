// Made from src/i18n/locales by `npm run messages`: change those, not this.
import { number, plural, pluralRule } from '../../message-runtime.js';
import type { ImportReportMessages } from './messages.js';

const en = pluralRule('en');

export const messages: ImportReportMessages = {
  problems: {
    "file-missing": {
      what: "The file is not there",
      remedy: "check the path",
    },
    "file-empty": {
      what: "The file is empty",
      remedy: "download it again",
    },
    "file-too-large": {
      what: "The file is too large",
      remedy: "cut out the city (ogr2ogr -spat), or use GPKG or FlatGeobuf",
    },
    "unknown-format": {
      what: "Not a format that can be read",
      remedy: "use GeoJSON, Shapefile (zip), GPKG, FlatGeobuf, GML, KML or CSV",
    },
    "needs-gdal": {
      what: "This format or coordinate system needs GDAL",
      remedy: "import it with npm run -s cli -- import",
    },
    "zip-broken": {
      what: "The zip is broken",
      remedy: "download it again",
    },
    "zip-encrypted": {
      what: "The zip has a password",
      remedy: "unpack it first",
    },
    "zip-too-many-entries": {
      what: "The zip holds too many files",
      remedy: "zip only what is needed",
    },
    "zip-too-large": {
      what: "The zip unpacks to more than the limit",
      remedy: "take out only what is needed",
    },
    "zip-bomb": {
      what: "The zip is packed suspiciously densely (a bomb?)",
      remedy: "check where it comes from",
    },
    "zip-unsupported": {
      what: "Not a zip that can be read",
      remedy: "pack it again as a plain zip (deflate, not zip64)",
    },
    "zip-nothing-readable": {
      what: "Nothing in the zip can be read",
      remedy: "check what is inside",
    },
    "shapefile-incomplete": {
      what: "Parts of the Shapefile are missing",
      remedy: "put .shp, .shx and .dbf side by side",
    },
    unreadable: {
      what: "The file cannot be read",
      remedy: "check that it is whole and of the format its name says",
    },
    truncated: {
      what: "The file is cut off",
      remedy: "download it again",
    },
    "no-features": {
      what: "There is not a single feature in it",
      remedy: "check its content",
    },
    "no-geometry": {
      what: "Nothing in it has a place",
      remedy: "check that it is more than a table",
    },
    "sxf-p21": {
      what: "SXF in its P21 form cannot be read",
      remedy: "save it as SFC in the CAD program",
    },
    raster: {
      what: "This is a picture or a PDF",
      remedy: "name a file of shapes",
    },
    "engine-failed": {
      what: "GDAL does not start",
      remedy: "run npm ci again",
    },
    "engine-silent": {
      what: "GDAL was stopped: for too long it neither read nor wrote anything",
      remedy: "open the file in QGIS and save it anew, or keep only what is needed",
    },
    "engine-too-much": {
      what: "GDAL was stopped: it wrote more than this file can hold",
      remedy: "save the file anew without its views",
    },
    "engine-memory": {
      what: "GDAL ran out of memory",
      remedy: "split the file",
    },
    "feature-too-large": {
      what: "One feature is too large",
      remedy: "split it",
    },
    "open-quote": {
      what: "A quotation mark (\") is not closed properly (line where it opened)",
      remedy: "mend the quotation mark in that line",
    },
    "no-position-columns": {
      what: "No columns of latitude and longitude",
      remedy: "name them 緯度 and 経度 (latitude, longitude)",
    },
    "crs-unknown": {
      what: "It cannot be read in that coordinate system",
      remedy: "name the right one, such as --crs EPSG:6668",
    },
    "too-many-features": {
      what: "Too many features inside the city",
      remedy: "split the file",
    },
    "too-many-positions": {
      what: "Too many positions inside the city",
      remedy: "simplify the shapes",
    },
    "unknown-layer": {
      what: "There is no such layer",
      remedy: "name one of these with --layer",
    },
    "mapping-unreadable": {
      what: "The mapping file (--mapping) cannot be read",
      remedy: "write it as docs/import.md says",
    },
    "mapping-missing": {
      what: "This layer needs a mapping file that says what the columns mean",
      remedy: "add --mapping mapping.json (docs/import.md)",
    },
    "mapping-incomplete": {
      what: "The mapping file lacks something",
      remedy: "complete it, see docs/import.md",
    },
    "columns-missing": {
      what: "Columns of the mapping are not in the file",
      remedy: "check their names",
    },
    "not-this-data": {
      what: "Not the data of this layer",
      remedy: "check that --layer and the file belong together",
    },
    "data-set-ambiguous": {
      what: "Which data set of the file is meant is not clear",
      remedy: "name it in the mapping (dataSet)",
    },
    "as-of-unknown": {
      what: "The date of the data is not known",
      remedy: "say it with --as-of 2025-04-01 or asOf in the mapping",
    },
    "crs-missing": {
      what: "The file names no coordinate system",
      remedy: "say it with --crs EPSG:… (nothing is guessed)",
    },
    "axes-swapped": {
      what: "North and east are swapped",
      remedy: "write \"axes\": \"north-east\" into the mapping",
    },
    "outside-frame": {
      what: "Features lie outside the map’s frame",
      remedy: "check the coordinate system; if it is another, say so with --crs",
    },
    "old-tokyo-datum": {
      what: "Everything lies about 400 m to the south-east: coordinates of the old Tokyo datum, it seems",
      remedy: "use --crs EPSG:4301 (degrees) or --crs EPSG:30162 (plane zone II)",
    },
    "shifted-twice": {
      what: "Everything lies about 400 m to the north-west: world coordinates read as Tokyo datum, it seems",
      remedy: "use --crs EPSG:6668 (degrees) or --crs EPSG:6670 (plane zone II)",
    },
    "nothing-left": {
      what: "Not a single feature can be taken",
      remedy: "see what was left out, and why",
    },
    "incomplete-layer": {
      what: "Only a part of the layer is here",
      remedy: "it would overlap the rest: use a file that has all of it",
    },
    "no-built-layer": {
      what: "The layer has not been built yet",
      remedy: "run npm run data first",
    },
    "not-imported": {
      what: "Nothing was imported into this layer",
      remedy: "there is nothing to do",
    },
    "in-use": {
      what: "Another import or build is changing the same data",
      remedy: "run it again when that is done",
    },
    "reads-what-it-writes": {
      what: "The file to read is the very file that would be written",
      remedy: "copy it elsewhere and import the copy",
    },
    "write-failed": {
      what: "It could not be written",
      remedy: "check space and permissions; the old layer is untouched",
    },
    "build-failed": {
      what: "The build after the import failed; everything is as before",
      remedy: "mend the reason below and run it again",
    },
    "names-unknown": {
      what: "None of the names is one of this layer",
      remedy: "Check the column of names and how they are written; lines and areas of other names are not brought in",
    },
    "drawn-twice": {
      what: "One trunk sewer has two lines or more",
      remedy: "Join them into one (MultiLineString), or keep the right one only",
    },
    "wants-line": {
      what: "This layer takes lines; the shapes of the file are none",
      remedy: "Give a file of lines",
    },
    "wants-polygon": {
      what: "This layer takes areas; the shapes of the file are none",
      remedy: "Give a file of areas",
    },
    "wants-point": {
      what: "This layer takes points; the shapes of the file are none",
      remedy: "Give a file of points",
    },
  },
  skips: {
    "other-municipality": "other municipalities",
    "no-geometry": "no geometry",
    "wrong-geometry": "another kind of geometry",
    sliver: "slivers without area",
    unrepairable: "crossings that cannot be mended",
    "outside-frame": "outside the map’s frame",
    "water-area": "water",
    "exclave-hole": "holes of exclaves",
    "no-name": "no name",
    "not-in-table": "name not in the table",
    "ambiguous-name": "several of one name",
    "filtered-out": "not in the mapping’s filter",
    "other-kind": "areas of something else than depth",
    "no-position": "positions that are no numbers",
    schema: "lacking what is needed",
    "no-source": "No source",
    "no-accuracy": "No accuracy in metres",
    "not-zoned": "No known zone (class 99)",
    "no-block-number": "Block or lot is no number",
  },
  repairs: {
    "ring-closed": "ring closed",
    "ring-order": "ring turned",
    "repeated-positions": "repeated positions dropped",
    "sliver-dropped": "slivers dropped",
    "self-crossing": "crossings resolved",
    "self-touching": "rings that touch themselves split",
    "cut-at-frame": "cut at the map’s frame",
    "part-not-finite": "parts that are no numbers dropped",
    "html-stripped": "HTML taken out of attributes",
  },
  notes: {
    "crs-overridden": "read in the coordinate system given, not in the one the file names",
    "datum-agrees": "lies where the present layer lies",
    "datum-shifted": "shifted against the present layer (not as the old datum is)",
    "datum-not-checkable": "a shift cannot be told (too few features to compare)",
    "data-set-ignored": "other data, not read",
    "other-scenario-left-out": "another scenario (planned scale), not mixed in",
    "no-romanised-name": "no romanised name",
    "not-in-file": "not in the file, stays as it is",
    "overlap-left": "overlaps too complex to join",
  },
  refused: (d) => `${d.what} (${d.detail})`,
  listSeparator: " / ",
  examples: (d) => ` (such as ${d.list})`,
  dataSet: (d) => `${d.name} (${d.format}, ${d.encoding}, ${d.crs})`,
  noEncoding: "no encoding",
  source: (d) => `source ${d.source}, as of ${d.asOf}, accuracy ${d.accuracyMeters} m`,
  waiting: (d) => `${d.holder} is changing the same data; waiting for it…`,
  counts: (d) => `rows read ${d.read}, features taken ${d.features}`,
  skipped: (d) => `left out, ${d.what}: ${d.count}${d.examples}`,
  unknown: (d) => `not readable, ${d.value}: ${d.count} (stays unknown, never 0)`,
  repaired: (d) => `mended, ${d.what}: ${d.count}${d.examples}`,
  note: (d) => `note, ${d.what}: ${d.count}${d.examples}`,
  depth: (d) => "depth " + d.depth + ": " + plural(d.features, 0, en, { one: number("en", d.features, 0) + " feature", other: number("en", d.features, 0) + " features" }) + ", " + d.hectares + " ha",
  unknownDepth: "unknown",
  rebuilt: (d) => `built anew: ${d.layer}`,
  features: (d) => `features ${d.before} → ${d.after} (matched ${d.matched}, changed in shape ${d.changedCount})`,
  area: (d) => `area ${d.beforeHectares} ha → ${d.afterHectares} ha (gained ${d.gainedHectares} ha, lost ${d.lostHectares} ha)`,
  length: (d) => `length ${d.beforeKilometers} km → ${d.afterKilometers} km`,
  moved: (d) => `, middle moved ${d.meters} m`,
  placed: " (gets a place)",
  gone: (d) => `gone: ${d.names}`,
  added: (d) => `new: ${d.names}`,
  restated: (d) => `Same shape, other content: ${d.count}${d.examples}`,
};
