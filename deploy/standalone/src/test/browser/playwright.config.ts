import { defineConfig } from '@playwright/test';
import { chromium, console as address, results } from './house/settings';

/** One browser, one test after the other, none tried twice. */
export default defineConfig({
    testDir: '.',
    outputDir: results,
    workers: 1,
    retries: 0,
    forbidOnly: true,
    timeout: 60_000,
    expect: { timeout: 15_000 },
    reporter: 'list',
    use: {
        baseURL: address,
        actionTimeout: 15_000,
        navigationTimeout: 20_000,
        locale: 'en-GB',
        timezoneId: 'UTC',
        screenshot: 'only-on-failure',
        trace: 'retain-on-failure',
        contextOptions: { reducedMotion: 'reduce' },
        launchOptions: {
            executablePath: chromium,
            // Its sandbox does not work for root, and protects everybody else.
            chromiumSandbox: process.getuid?.() !== 0,
        },
    },
    projects: [
        { name: 'console', testIgnore: 'screenshots.spec.ts' },
        { name: 'screenshots', testMatch: 'screenshots.spec.ts' },
    ],
});
