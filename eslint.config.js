import js from '@eslint/js';
import globals from 'globals';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { noOwnGeometry } from './scripts/no-own-geometry.mjs';

/** Libraries of geometry: src/geometry alone calls them, everybody else calls src/geometry. */
const geometryLibraries = [
  '@turf/*',
  'polylabel',
  'flatbush',
  'geoflatbush',
  // What those bring along, or others use in their place.
  'polyclip-ts',
  'point-in-polygon-hao',
  'robust-predicates',
  'rbush',
  'kdbush',
  'geokdbush',
  'which-polygon',
];
/** The same as a selector's pattern, for import(); a slash would end it. */
const libraryPattern = `/^(${geometryLibraries.map((name) => name.replace('/*', '\\u002F')).join('|')})/`;
const askGeometry = 'Geometry is computed in src/geometry, by turf: call a function of it.';
/** PI: degrees become radians. */
const trigonometry = ['hypot', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'asinh', 'PI'];
/** Files whose trigonometry is no geography. */
const noGeography = [
  // Pictures: distances to the edge of a sign, in pixels.
  'src/style/marker.ts',
  // Pictures: dots of a hatching, in pixels.
  'src/style/pattern.ts',
  // Turned letters on a page, in points.
  'src/workbench/drawing/to-pdf.ts',
  // Arcs and ellipses of a drawing, before anybody knows where on earth it lies.
  'src/formats/text/sfc-shapes.ts',
  // Turned and scaled parts of a drawing, likewise.
  'src/formats/text/open-sfc.ts',
  // The water in a pipe's cross-section.
  'src/hydrology/manning.ts',
];

/** Files of tsconfig.node.json. */
const nodeFiles = [
  'build/**/*.ts',
  'geodata/**/*.ts',
  'src/cli/**/*.ts',
  'src/formats/node/**/*.ts',
  'test/**/*.ts',
  '*.config.ts',
];
/** Files that no tsconfig has. */
const withoutTypes = [
  '**/*.{js,mjs,mts}',
  'scripts/**/*.ts',
  'src/no-dom.d.ts',
  'test/fixtures/hosts/**/*.svelte',
];
const unsafeOff = Object.fromEntries(
  ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [
    `@typescript-eslint/no-unsafe-${what}`,
    'off',
  ]),
);

export default ts.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'public/',
      'test-results/',
      'playwright-report/',
      '.cache/',
      'src/i18n/generated/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node, ...globals.worker } },
    rules: {
      'no-undef': 'off',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'svelte/no-at-html-tags': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: { parserOptions: { project: ['./tsconfig.json'], extraFileExtensions: ['.svelte'] } },
  },
  {
    files: nodeFiles,
    // Component tests run in a browser and are of the page's project.
    ignores: ['test/components/**'],
    // Said again, since extensions that differ make TypeScript read a project anew.
    languageOptions: {
      parserOptions: { project: ['./tsconfig.node.json'], extraFileExtensions: ['.svelte'] },
    },
  },
  { files: withoutTypes, ...ts.configs.disableTypeChecked },
  {
    rules: {
      // An answer that is there at once keeps the interface of one that is not (readers, streams, drivers).
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // The parser does not know a component's properties, so what comes through them is `any` to it. svelte-check,
    // which does know them, looks at the same places.
    files: ['**/*.svelte'],
    rules: unsafeOff,
  },
  {
    // Cells of tables and properties of features: their schemas let in text, figures, yes and no, and lists of these,
    // which all have words of their own.
    files: [
      'src/embed/maker/alt-text.ts',
      'src/style/category-expression.ts',
      'src/ui/pages/table-view.ts',
      'src/workbench/panels/SitesTable.svelte',
    ],
    rules: { '@typescript-eslint/no-base-to-string': 'off' },
  },
  {
    // Tests read JSON they have written themselves, match it with `expect.any`, and take methods apart to watch them.
    files: ['test/**'],
    rules: {
      ...unsafeOff,
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { 'prefer-const': 'off' },
  },
  {
    files: [
      'scripts/**',
      'geodata/build.ts',
      'geodata/check.ts',
      'src/cli/**',
      'test/bench/**',
      'geodata/import/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**'],
    ignores: ['src/geometry/**'],
    plugins: { mizumichi: { rules: { 'no-own-geometry': noOwnGeometry } } },
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: geometryLibraries, message: askGeometry }] }],
      'no-restricted-syntax': [
        'error',
        { selector: `ImportExpression[source.value=${libraryPattern}]`, message: askGeometry },
        {
          selector: `ImportExpression > TemplateLiteral > TemplateElement[value.raw=${libraryPattern}]`,
          message: askGeometry,
        },
        {
          selector:
            ':not(MemberExpression, VariableDeclarator[id.type="ObjectPattern"]) > Identifier[name="Math"]',
          message: 'Math by another name hides what is computed.',
        },
        {
          selector: 'MemberExpression[property.name="Math"]',
          message: 'Math by another name hides what is computed.',
        },
      ],
      'no-restricted-properties': [
        'error',
        ...trigonometry.map((property) => ({ object: 'Math', property, message: askGeometry })),
      ],
      'mizumichi/no-own-geometry': 'error',
    },
  },
  {
    files: noGeography,
    rules: { 'no-restricted-properties': 'off', 'mizumichi/no-own-geometry': 'off' },
  },
  {
    // Compares whole pixels of a tile; metres and bearing of the found one are turf's.
    files: ['src/report/hazard-reading.ts'],
    rules: { 'mizumichi/no-own-geometry': 'off' },
  },
);
