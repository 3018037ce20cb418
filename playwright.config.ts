import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './scripts/browser.ts'

const browser = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Two cores, and every worker starts offices of its own beside its browser.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Generous: a slow computer is not a broken program.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    viewport: { width: 1366, height: 768 },
    // A thing that is not there is said to be missing, long before the test as a whole gives up.
    actionTimeout: 45_000,
    screenshot: 'only-on-failure',
    launchOptions: { args: [...browserArguments], ...(browser ? { executablePath: browser } : {}) },
  },
})
