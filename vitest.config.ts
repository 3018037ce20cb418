import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,db,migrations,main,renderer,assets,scripts,bench}/**/*.test.{ts,tsx}'],
    // Real files and real processes: two cores are shared with the browser tests' office.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
