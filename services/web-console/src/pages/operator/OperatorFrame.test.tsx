import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show, standIn } from '../../testing/house';
import OperatorFrame from './OperatorFrame';

describe('OperatorFrame', () => {
    it('tells a trader plainly that this is not theirs, and asks for nothing else', async () => {
        const calls = standIn({ 'GET /v1/me': { role: 'trader' } });
        show(<OperatorFrame />, '/operator');
        expect(await screen.findByRole('heading', { name: 'Not for this account' })).toBeVisible();
        expect(calls.map((call) => call.path)).toEqual(['/v1/me']);
    });

    it('shows operators their sections', async () => {
        standIn({ 'GET /v1/me': { role: 'operator' } });
        show(<OperatorFrame />, '/operator');
        expect(await screen.findByRole('link', { name: 'Requests' })).toBeVisible();
    });
});
