import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './test';

type Theme = 'light' | 'dark';

const THEMES: readonly Theme[] = ['light', 'dark'];

interface Looking {
    /** What is looked at; all of the page unless said. */
    part?: string;
    themes?: readonly Theme[];
    /** Rules of axe that are left out. */
    without?: readonly string[];
}

/** What axe objects to on a page as it stands; each with where. */
async function objections(page: Page, part: string, without: readonly string[]): Promise<string[]> {
    // Not as a script of the page: its policy would refuse it, and rightly.
    await page.evaluate(axe.source);
    const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
    return page.evaluate(
        async ([within, options]) => {
            const found = await (window as unknown as { axe: typeof axe }).axe.run(within, {
                resultTypes: ['violations'],
                rules: options,
            });
            return found.violations.flatMap((violation) =>
                violation.nodes.map(
                    (node) =>
                        `${violation.id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`,
                ),
            );
        },
        [part, rules] as const,
    );
}

/** That axe objects to nothing on this page, or a part of it, in these themes. */
export async function expectAccessible(
    page: Page,
    name: string,
    { part = 'html', themes = THEMES, without = [] }: Looking = {},
) {
    for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute(
            'data-mantine-color-scheme',
            colorScheme,
        );
        expect.soft(await objections(page, part, without), `${name}, ${colorScheme}`).toEqual([]);
    }
}

/** That nothing on this page is wider than the window. */
export async function expectNoSideways(page: Page, name: string) {
    const widths = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        const wide = [...document.querySelectorAll('body *')]
            .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
            .slice(0, 5)
            .map(
                (one) => `${one.tagName} ${one.className} ${(one.textContent ?? '').slice(0, 40)}`,
            );
        return { clientWidth, scrollWidth, wide };
    });
    expect.soft(widths.scrollWidth, `${name}: ${widths.wide.join(' | ')}`).toBe(widths.clientWidth);
}
