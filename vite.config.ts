import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

export default defineConfig({
  plugins: [remix(remixOptions)],
  ssr: { noExternal: ['@navikt/aksel-icons'] },
  build: { assetsInlineLimit: 0, sourcemap: false },
})
