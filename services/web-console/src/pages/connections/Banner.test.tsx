import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../../api/queries';
import type { Connection } from '../../api/types';
import Banner from './Banner';
import { sampleConnection } from './samples';
import { answering, stage } from './stage';

afterEach(() => vi.unstubAllGlobals());

const well = sampleConnection({ connection_id: 'c1' });
const broken = sampleConnection({ connection_id: 'c2', label: 'Savings', status: 'error' });
const lost = sampleConnection({ connection_id: 'c3', label: 'Old', status: 'reauth_needed' });

function show(connections: Connection[]) {
    answering({ 'GET /v1/connections': { connections }, 'GET /v1/venues': { venues: [] } });
    return stage(<Banner />, { connections });
}

describe('the banner', () => {
    it('is empty while all is well, and while a first key is being checked', () => {
        show([well, { ...well, connection_id: 'c9', status: 'validating' }]);
        expect(screen.getByRole('status')).toHaveTextContent('');
    });

    it('names the one that fails and leads to it', () => {
        show([well, broken]);
        expect(screen.getByRole('status')).toHaveTextContent('Savings (bybit) is not working.');
        expect(screen.getByRole('link')).toHaveAttribute('href', '/connections/c2');
    });

    it('counts several, those that need their owner first, with one link', () => {
        show([broken, lost, { ...broken, connection_id: 'c4', label: 'Third' }, well]);
        expect(screen.getByRole('status')).toHaveTextContent(
            '3 connections are not working: Old, Savings and 1 more.',
        );
        expect(screen.getAllByRole('link')).toHaveLength(1);
        expect(screen.getByRole('link')).toHaveAttribute('href', '/connections?status=failing');
    });

    it('goes by itself when all is repaired, and says so politely', async () => {
        const { queries } = show([well, broken]);
        answering({ 'GET /v1/connections': { connections: [well] } });
        await act(() => queries.refetchQueries({ queryKey: keys.connections }));
        await waitFor(() =>
            expect(screen.getByRole('status')).toHaveTextContent('All connections work again.'),
        );
        expect(screen.queryByRole('link')).toBeNull();
    });
});
