import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { noExternal: ['@navikt/aksel-icons'] },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    environment: 'node',
  },
})
