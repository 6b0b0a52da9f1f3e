import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { show, standIn } from '../../testing/house';
import { en } from '../../words';
import SupportPage from './SupportPage';

const words = en.help.support;

it('sends a question, and none that is empty or holds a key', async () => {
    const calls = standIn({
        'GET /v1/me': { email: 'ada@example.org', name: 'Ada' },
        'POST /v1/support-requests': { support_request_id: 'r1' },
    });
    const sent = () => calls.filter((call) => call.method === 'POST').map((call) => call.body);
    show(<SupportPage />, '/support');
    const user = userEvent.setup();
    const send = screen.getByRole('button', { name: words.send });
    await user.click(send);
    expect(screen.getByText(words.empty)).toBeInTheDocument();
    const field = screen.getByLabelText(words.label);
    await user.click(field);
    await user.paste('My secret is 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d');
    await user.click(send);
    expect(screen.getByText(words.secret)).toBeInTheDocument();
    expect(sent()).toEqual([]);
    await user.clear(field);
    await user.paste(' Where is my mail? ');
    await user.click(send);
    expect(await screen.findByRole('heading', { name: words.sent })).toBeInTheDocument();
    expect(sent()).toEqual([{ message: 'Where is my mail?' }]);
});
