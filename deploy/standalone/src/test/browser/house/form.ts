import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { open, title } from './test';

/*
 * The submission's form, as somebody fills it in.
 */

/** What is chosen; a Bybit account for the BTC strategy unless something else is said. */
export interface Choice {
    market?: string;
    venue?: string;
    strategy?: string;
    label?: string;
    /** Value by label. */
    keys: Record<string, string>;
    code?: string;
}

/** Bybit's fields, filled with a simulated account's credentials. */
export const bybitKeys = (credentials: Record<string, string>) => ({
    'API Key': credentials.api_key ?? '',
    'API Secret': credentials.api_secret ?? '',
});

export const field = (page: Page, label: string) =>
    page.getByRole('textbox', { name: new RegExp(`^${label}`) });

export async function onStep(page: Page, name: string) {
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
}

export async function next(page: Page) {
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** Puts a text into the clipboard and pastes it into a field, as people do. */
export async function paste(page: Page, label: string, text: string) {
    await page.context().grantPermissions(['clipboard-write']);
    await page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await field(page, label).focus();
    await page.keyboard.press('Control+V');
}

/** Opens the form for a new strategy and goes to its keys. */
export async function goToKeys(page: Page, choice: Omit<Choice, 'keys'> = {}) {
    await open(page, '/submit?type=add');
    await expect(title(page, 'Add strategy')).toBeVisible();
    await onStep(page, 'Registered e-mail');
    await next(page);
    await onStep(page, 'Type');
    await expect(
        page.getByRole('radio', { name: 'Add a strategy for the first time' }),
    ).toBeChecked();
    await next(page);
    await onStep(page, 'Spot or derivatives');
    await page.getByRole('radio', { name: choice.market ?? 'Derivatives' }).check();
    await next(page);
    await onStep(page, 'Exchange and strategy');
    await page.getByRole('radio', { name: choice.venue ?? 'Bybit', exact: true }).check();
    await page.getByRole('radio', { name: choice.strategy ?? 'BTC accumulation' }).check();
    if (choice.label !== undefined) {
        await page.getByLabel('Name of this connection').fill(choice.label);
    }
    await next(page);
    await onStep(page, 'API keys');
}

/** From the keys to the summary. */
export async function goToSummary(page: Page, choice: Choice) {
    for (const [label, value] of Object.entries(choice.keys)) await paste(page, label, value);
    await next(page);
    await onStep(page, 'Anti-phishing code');
    await page.getByLabel('Your word or code').fill(choice.code ?? 'heron-42');
    await next(page);
    await consent(page);
}

/** From the funding to the summary. */
export async function consent(page: Page) {
    await onStep(page, 'Funding');
    await page.getByRole('checkbox', { name: /account holds at least/ }).check();
    await next(page);
    await onStep(page, 'Terms');
    await page.getByRole('checkbox', { name: /agree to the terms/ }).check();
    await next(page);
    await onStep(page, 'Summary');
}

export async function submit(page: Page) {
    await page.getByRole('button', { name: 'Submit information' }).click();
    await expect(title(page, 'Your submission')).toBeVisible();
}
