import { test as base, expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { console as house } from './settings';
import { join } from './trader';
import type { Trader } from './trader';

// What a browser itself says of an answer that is no success, or of a network that is away.
const OF_THE_NETWORK = /^Failed to load resource: /;

/** What went on in a browser that nobody saw on a page. */
export class Watch {
    /** Requests to anybody but the house. */
    readonly elsewhere: string[] = [];
    /** Errors and warnings of pages, refusals of the Content-Security-Policy among them. */
    readonly complaints: string[] = [];
    /** Complaints that a test means to bring about, whenever they come. */
    readonly expected: RegExp[] = [];
    /** Every line that a page wrote. */
    readonly lines: string[] = [];

    follow(context: BrowserContext) {
        context.on('request', (request) => {
            const url = request.url();
            if (!url.startsWith(`${house}/`) && !/^(data|blob):/.test(url))
                this.elsewhere.push(url);
        });
        context.on('console', (line) => {
            const text = line.text();
            this.lines.push(text);
            const bad = line.type() === 'error' || line.type() === 'warning';
            if (bad && !OF_THE_NETWORK.test(text)) {
                this.complaints.push(`${line.page()?.url()}: ${text}`);
            }
        });
        context.on('weberror', ({ error }) => this.complaints.push(String(error())));
        return context.addInitScript(() =>
            document.addEventListener('securitypolicyviolation', (event) =>
                console.error(`CSP ${event.effectiveDirective} refused ${event.blockedURI}`),
            ),
        );
    }

    expectQuiet() {
        expect.soft(this.elsewhere, 'requests to others').toEqual([]);
        const meant = (text: string) => this.expected.some((one) => one.test(text));
        expect
            .soft(
                this.complaints.filter((text) => !meant(text)),
                'errors and warnings of pages',
            )
            .toEqual([]);
    }
}

interface Given {
    /** Sees every page of the test's browser; the test fails when it has to complain. */
    watch: Watch;
    /** Somebody who is signed in, in the test's browser. */
    trader: Trader;
}

export const test = base.extend<Given>({
    watch: [
        async ({ context }, use) => {
            const watch = new Watch();
            await watch.follow(context);
            await use(watch);
            watch.expectQuiet();
        },
        { auto: true },
    ],
    trader: async ({ context }, use) => use(await join(context.request)),
});

export { expect };

/** Opens an address of the console and waits until its page stands. */
export async function open(page: Page, address: string) {
    await page.goto(address);
    await settled(page);
}

/** Waits until a page has its title and nothing on it is still loading. */
export async function settled(page: Page) {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
    await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
}

/** The page's one title. */
export const title = (page: Page, name: string | RegExp) =>
    page.getByRole('heading', { level: 1, name });
