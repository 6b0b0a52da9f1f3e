import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { show, standIn } from '../../testing/house';
import AccountsPage from './AccountsPage';

it('looks for an address without putting it into the page’s own', async () => {
    const user = userEvent.setup();
    const calls = standIn({ 'GET /v1/operator/accounts': { accounts: [], next: null } });
    const router = show(<AccountsPage />, '/operator/accounts');
    expect(await screen.findByText('No account waits')).toBeVisible();
    await user.type(screen.getByLabelText('E-mail address'), 'ada@example.org');
    await user.click(screen.getByRole('button', { name: 'Find' }));
    expect(await screen.findByText('No account has this address')).toBeVisible();
    expect(calls.at(-1)?.query.get('email')).toBe('ada@example.org');
    expect(calls[0]?.query.get('waiting')).toBe('true');
    expect(router.state.location.search).toBe('');
});
