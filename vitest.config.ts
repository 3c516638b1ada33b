import { defineConfig } from 'vitest/config'

const fast = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: fast,
    exclude: ['node_modules', 'dist'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['test/database-server.ts'],
  },
})
