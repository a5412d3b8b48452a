import { defineConfig, type OxlintOverride } from 'oxlint';

/** Who may import whom: `docs/adr/0002-who-may-import-whom.md`. Tests and `main.ts` are exempt. */
const FOLDERS = ['core', 'ingest', 'workers', 'api', 'infra', 'dashboards'] as const;
type Folder = (typeof FOLDERS)[number];

const MAY_IMPORT: { files: string[]; except?: string[]; allowed: Folder[] }[] = [
  { files: ['core/**'], allowed: [] },
  { files: ['ingest/**', 'workers/**', 'api/**'], allowed: ['core'] },
  { files: ['infra/**'], except: ['infra/profiles/**', 'infra/commands/**'], allowed: ['core'] },
  { files: ['infra/profiles/**', 'infra/commands/**'], allowed: ['core', 'ingest', 'workers', 'api'] },
];

const TESTS = ['**/*.test.ts', '**/*.contract.ts', '**/*.faults.ts', '**/test-support/**'];

/** `natural`'s root import takes 1.7 s, prints, reads a `.env` file and pulls database drivers. */
const BANNED_PACKAGES = [
  { name: 'natural', message: 'Import natural/lib/natural/<part>/index.js instead: the root loads a .env and 121 MB.' },
];

/** A relative path may not leave its top folder: that many "../" always does, whatever the depth. */
function relativeEscapes(depth: number): string {
  return `${'../'.repeat(depth)}**`;
}

function restrict(folder: Folder, allowed: readonly Folder[], depth: number) {
  const banned = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  return {
    paths: BANNED_PACKAGES,
    patterns: [
      ...(banned.length ? [{ group: banned.map((other) => `#${other}/**`), message: `${folder}/ may not import these folders.` }] : []),
      { group: [relativeEscapes(depth)], message: 'Cross-folder imports go through #core/… and the like, never relative.' },
      ...(folder === 'core'
        ? [{ group: ['node:*', 'bullmq', 'ioredis', '@elastic/**', 'hono', 'hono/**'], message: 'core/ is pure: no I/O.' }]
        : []),
    ],
  };
}

/** The web app takes types of core and api, and the values that both sides draw or count with. */
const DASHBOARDS_RULE: OxlintOverride = {
  files: ['dashboards/**/*.ts', 'dashboards/**/*.tsx'],
  excludeFiles: TESTS,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: BANNED_PACKAGES,
        patterns: [
          { group: ['#infra/**', '#ingest/**', '#workers/**'], message: 'dashboards/ may not import these folders.' },
          {
            group: ['#api/**', '#core/**', '!#core/charts/**', '!#core/calendar.ts', '!#core/query.ts', '!#core/query-parser.ts'],
            allowTypeImports: true,
            message: 'dashboards/ takes types only from here.',
          },
        ],
      },
    ],
  },
};

/** One override for each folder and depth, so that the ban on relative escapes is exact. */
function folderRules(): OxlintOverride[] {
  const overrides: OxlintOverride[] = [];
  for (const rule of MAY_IMPORT) {
    for (const pattern of rule.files) {
      const base = pattern.replace('/**', '');
      const folder = base.split('/')[0] as Folder;
      const baseDepth = base.split('/').length;
      for (let depth = baseDepth; depth <= 5; depth++) {
        const stars = '/*'.repeat(depth - baseDepth);
        overrides.push({
          files: [`${base}${stars}/*.ts`, `${base}${stars}/*.tsx`],
          excludeFiles: [...TESTS, ...(rule.except ?? [])],
          rules: { 'no-restricted-imports': ['error', restrict(folder, rule.allowed, depth)] },
        });
      }
    }
  }
  return overrides;
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'jsx-a11y'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['dashboards/dist', 'node_modules', '**/fixtures/**'],
  rules: {
    'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    'no-console': 'error',
    'no-await-in-loop': 'off',
    'no-underscore-dangle': 'off',
    'no-shadow': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-callback-reference': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/no-unnecessary-type-assertion': 'off',
    'typescript/consistent-return': 'off',
    'oxc/no-map-spread': 'off',
    'react/react-in-jsx-scope': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
    'no-restricted-imports': ['error', { paths: BANNED_PACKAGES }],
  },
  overrides: [
    ...folderRules(),
    DASHBOARDS_RULE,
    { files: ['*.config.ts', '**/*.config.ts', 'api/openapi-export.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['infra/commands/**', 'bench/**', 'main.ts', 'infra/console.ts'], rules: { 'no-console': 'off' } },
    { files: ['core/language/lexicons/**', 'core/organisations/sites.ts', 'ingest/synthetic/grammar/**'], rules: { 'max-lines': 'off' } },
  ],
});
