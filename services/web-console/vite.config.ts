import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const house = `http://localhost:${process.env.SEQUENCE_HTTP_PORT ?? '8080'}`;

export default defineConfig({
    plugins: [react()],
    build: {
        outDir: 'target/site',
        emptyOutDir: true,
        // The strict policy allows no data: scripts or fonts; images may be small data.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        manifest: 'manifest.json',
        reportCompressedSize: false,
        chunkSizeWarningLimit: 2_000,
        rolldownOptions: { input: { console: 'index.html', docs: 'docs/index.html' } },
    },
    server: {
        host: '127.0.0.1',
        port: Number(process.env.CONSOLE_PORT ?? 5173),
        strictPort: true,
        proxy: {
            '/v1': { target: house, changeOrigin: true },
            '/openapi.json': { target: house, changeOrigin: true },
        },
    },
    test: {
        environment: 'jsdom',
        setupFiles: ['src/testing/setup.ts'],
        include: ['src/**/*.test.{ts,tsx}'],
        restoreMocks: true,
        // A busy machine is no failure.
        testTimeout: 120_000,
        css: { modules: { classNameStrategy: 'non-scoped' } },
    },
});
