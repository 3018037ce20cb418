import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'renderer',
  // Relative, because the installed program serves the same files from its own scheme.
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2022',
    // These know `:dir()`; for older ones it would be rewritten by language, which knows nothing of a pseudo-language.
    cssTarget: ['chrome120', 'firefox121', 'safari17'],
    assetsInlineLimit: 0,
  },
  // `npm run dev` starts an office host first and passes calls on to it.
  server: {
    proxy: {
      '/door': { target: process.env.OFFICE_ADDRESS ?? 'http://127.0.0.1:4870', ws: true },
      '/health': process.env.OFFICE_ADDRESS ?? 'http://127.0.0.1:4870',
    },
  },
})
