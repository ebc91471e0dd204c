import { defineConfig } from 'vitest/config';

// One script, one style sheet: the page carries both inside.
export default defineConfig({
  build: {
    target: 'es2020',
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: 'src/main.ts',
      output: { format: 'iife', inlineDynamicImports: true, entryFileNames: 'app.js', assetFileNames: 'app[extname]' },
    },
  },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
});
