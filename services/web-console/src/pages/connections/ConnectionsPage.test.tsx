import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../../api/queries';
import type { Connection } from '../../api/types';
import ConnectionsPage from './ConnectionsPage';
import { sampleConnection, sampleReason } from './samples';
import { answering, Refused, stage } from './stage';

afterEach(() => vi.unstubAllGlobals());

const one = sampleConnection({ connection_id: 'c1', active: true });
const two = sampleConnection({ connection_id: 'c2', label: 'Savings' });
const house = (connections: Connection[]) => ({
    'GET /v1/connections': { connections },
    'GET /v1/venues': {
        venues: [{ venue: 'bybit', name: 'Bybit', egress_ips: ['203.0.113.7'] }],
    },
    'GET /v1/strategies': { strategies: [] },
});
const card = (name: string) => screen.findByRole('article', { name });

describe('the connections', () => {
    it('lead to the first submission when there are none', async () => {
        answering(house([]));
        stage(<ConnectionsPage />);
        const link = await screen.findByRole('link', { name: 'Add strategy' });
        expect(link).toHaveAttribute('href', '/submit?type=add');
    });

    it('say what went wrong when they cannot be loaded, and try again', async () => {
        let broken = true;
        answering({
            ...house([one]),
            'GET /v1/connections': () =>
                broken ? new Refused(503, 'SERVICE_UNAVAILABLE') : { connections: [one] },
        });
        stage(<ConnectionsPage />);
        const again = await screen.findByRole('button', { name: 'Try again' });
        broken = false;
        await userEvent.click(again);
        expect(await card('Main BTC')).toBeVisible();
    });

    it('tell the exchange’s words, the reason and the fix of one that fails', async () => {
        const failing = { ...one, status: 'reauth_needed', reason: sampleReason() };
        answering(house([failing]));
        stage(<ConnectionsPage />);
        const shown = within(await card('Main BTC'));
        expect(shown.getByText('Re-auth needed')).toBeVisible();
        expect(shown.getByText('API key is invalid.')).toBeVisible();
        expect(shown.getByText('The venue does not know this API key.')).toBeVisible();
        expect(shown.getByText(/Make a new key there/)).toBeVisible();
        const fix = shown.getByRole('link', { name: 'Refresh API key of Main BTC' });
        expect(fix).toHaveAttribute('href', '/submit?type=refresh&connection=c1');
    });

    it('ask for no new key where the old one can be mended at the exchange', async () => {
        const failing = {
            ...one,
            status: 'reauth_needed',
            reason: sampleReason('IP_NOT_ALLOWED'),
        };
        answering(house([failing]));
        stage(<ConnectionsPage />);
        const shown = within(await card('Main BTC'));
        expect(shown.getByText('Re-auth needed')).toBeVisible();
        const buttons = shown.getAllByRole('button', { name: /^Check now/ });
        expect(buttons).toHaveLength(1);
    });

    it('never show an unknown right as fine', async () => {
        answering(house([{ ...one, rights: { ...one.rights, withdraw: 'unknown' } }]));
        stage(<ConnectionsPage />);
        const shown = within(await card('Main BTC'));
        expect(shown.getByText(/Not all can be known: Withdraw/)).toBeVisible();
        expect(shown.queryByText('As they should be')).toBeNull();
    });

    it('hide zeros and unfold long balances', async () => {
        const balance = (asset: string, total: string) => ({
            wallet: 'Unified',
            trades: false,
            asset,
            total,
            available: '0',
        });
        const balances = [
            balance('AAA', '0E-8'),
            ...['B', 'C', 'D', 'E', 'F'].map((asset) => balance(asset, '1000.10')),
        ];
        answering(house([{ ...one, balances }]));
        stage(<ConnectionsPage />);
        const shown = within(await card('Main BTC'));
        expect(shown.queryByText('AAA')).toBeNull();
        expect(shown.getAllByText('1,000.1')).toHaveLength(3);
        await userEvent.click(shown.getByRole('button', { name: '2 more' }));
        expect(shown.getAllByText('1,000.1')).toHaveLength(5);
    });

    it('come from the address to those that fail', async () => {
        answering(house([one, { ...two, status: 'error' }]));
        stage(<ConnectionsPage />, { at: '/connections?status=failing' });
        expect(await card('Savings')).toBeVisible();
        expect(screen.queryByRole('article', { name: 'Main BTC' })).toBeNull();
    });

    it('show a few of hundreds at first, and find each of them', async () => {
        const many = Array.from({ length: 200 }, (_, at) =>
            sampleConnection({ connection_id: `c${at}`, label: `Client ${at}` }),
        );
        answering(house(many));
        const { container } = stage(<ConnectionsPage />, { connections: many });
        await waitFor(() => expect(container.querySelectorAll('article')).toHaveLength(20));
        fireEvent.change(screen.getByLabelText('Search'), { target: { value: 'Client 173' } });
        expect(await screen.findByText('1 of 200 connections')).toBeVisible();
        expect(await screen.findByText('Client 173')).toBeVisible();
    });
});

describe('renaming', () => {
    async function rename(text: string) {
        await userEvent.click(await screen.findByRole('button', { name: 'Rename Main BTC' }));
        const field = screen.getByLabelText('Name of the connection');
        await userEvent.clear(field);
        await userEvent.type(field, text);
    }

    it('shows the new name at once, and the house’s when it has answered', async () => {
        let answer: (value: unknown) => void = () => {};
        answering({
            ...house([one]),
            'PATCH /v1/connections/c1': () => new Promise((resolve) => (answer = resolve)),
        });
        const { queries } = stage(<ConnectionsPage />);
        await rename('Fresh{Enter}');
        expect(await card('Fresh')).toBeVisible();
        queries.setDefaultOptions({ queries: { enabled: false } });
        act(() => answer({ ...one, label: 'Fresh!' }));
        await waitFor(() =>
            expect(queries.getQueryData<Connection[]>(keys.connections)?.[0]?.label).toBeDefined(),
        );
    });

    it('brings the old name back when the house refuses, and keeps what was typed', async () => {
        answering({
            ...house([one]),
            'PATCH /v1/connections/c1': new Refused(422, 'VALIDATION_ERROR', [
                { field: 'label', message: 'must be something else' },
            ]),
        });
        const { queries } = stage(<ConnectionsPage />);
        await rename('Bad name{Enter}');
        expect(await screen.findByText('must be something else')).toBeVisible();
        expect(screen.getByLabelText('Name of the connection')).toHaveValue('Bad name');
        expect(queries.getQueryData<Connection[]>(keys.connections)?.[0]?.label).toBe('Main BTC');
    });

    it('is given up by Escape, and the focus is back on its button', async () => {
        const calls = answering(house([one]));
        stage(<ConnectionsPage />);
        await rename('Never{Escape}');
        const pencil = await screen.findByRole('button', { name: 'Rename Main BTC' });
        await waitFor(() => expect(pencil).toHaveFocus());
        expect(calls.some((call) => call.startsWith('PATCH'))).toBe(false);
    });

    it('refuses what the house would, before asking it', async () => {
        const calls = answering(house([one]));
        stage(<ConnectionsPage />);
        await rename(`${'🚀'.repeat(65)}{Enter}`);
        expect(await screen.findByText(/At most 64 characters; these are 65/)).toBeVisible();
        expect(calls.some((call) => call.startsWith('PATCH'))).toBe(false);
    });
});

describe('disconnecting', () => {
    it('says what happens, wants the name typed, and tells when it is done', async () => {
        let connections = [one, two];
        const calls = answering({
            ...house([]),
            'GET /v1/connections': () => ({ connections }),
            'DELETE /v1/connections/c1': () => {
                connections = [two];
                return undefined;
            },
        });
        stage(<ConnectionsPage />);
        await userEvent.click(await screen.findByRole('button', { name: 'Disconnect Main BTC' }));
        const dialog = within(await screen.findByRole('dialog'));
        expect(dialog.getByText(/Its key is erased here at once/)).toBeInTheDocument();
        expect(dialog.getByText(/0x3E9 \/ Ada Lovelace \/ 1/)).toBeInTheDocument();
        expect(dialog.getByText(/delete the key at Bybit/)).toBeInTheDocument();
        const confirm = dialog.getByRole('button', { name: 'Disconnect' });
        expect(confirm).toBeDisabled();
        await userEvent.type(dialog.getByRole('textbox'), 'Main BTC');
        await userEvent.click(confirm);
        expect(await screen.findByText(/Main BTC is disconnected/)).toBeVisible();
        expect(screen.queryByRole('article', { name: 'Main BTC' })).toBeNull();
        expect(calls).toContain('DELETE /v1/connections/c1');
    });
});

describe('making active', () => {
    it('tells what becomes of the other one', async () => {
        answering({
            ...house([one, two]),
            'POST /v1/connections/c2/activate': { ...two, active: true },
        });
        stage(<ConnectionsPage />);
        await userEvent.click(await screen.findByRole('button', { name: 'Make active: Savings' }));
        const dialog = within(await screen.findByRole('dialog'));
        expect(dialog.getByText(/Main BTC becomes a read-only mirror/)).toBeInTheDocument();
        await userEvent.click(dialog.getByRole('button', { name: 'Make active' }));
        expect(await screen.findByText('Savings is the active execution account.')).toBeVisible();
    });
});
