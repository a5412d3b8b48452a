import { defineConfig } from 'vitest/config';

const IGNORED = ['**/node_modules/**', 'dashboards/dist/**', 'data/**'];

/**
 * unit: needs nothing. service: starts a real Redis, Elasticsearch or Chromium (skipped, in one line, where there is none; an error
 * with EARSHOT_REQUIRE_SERVICES=1). faults: the long fault suite, run by `npm run test:faults`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...IGNORED, '**/*.integration.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'service',
          include: ['**/*.integration.test.ts'],
          exclude: IGNORED,
          globalSetup: ['infra/test-servers/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      ...(process.argv.includes('faults')
        ? [
            {
              extends: true as const,
              test: {
                name: 'faults',
                include: ['**/*.faults.ts'],
                exclude: IGNORED,
                globalSetup: ['infra/test-servers/global-setup.ts'],
                testTimeout: 900_000,
                hookTimeout: 120_000,
                fileParallelism: false,
              },
            },
          ]
        : []),
    ],
  },
});
