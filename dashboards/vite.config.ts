import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env['EARSHOT_API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // An inlined asset would be a data: URL, which the content security policy refuses.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 700,
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  server: { proxy: { '/v1': API } },
});
