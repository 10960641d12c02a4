import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    environment: 'node',
    // Loading the modules anew for each file took two thirds of the time. No test keeps state in a module.
    isolate: false,
    // Only a hang takes this long: a slow machine is no defect.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
