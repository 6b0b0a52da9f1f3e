import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { session } from '../../api/session';
import { fakeHouse, json, refusal, tokenOf } from '../../testing/fakes';
import { opened } from './challenge';
import { CodeStep } from './CodeStep';

const startAgain = vi.fn();

function Step() {
    const [challenge, change] = useState(() => opened('c-1', 'anna@example.com', Date.now()));
    return (
        <MantineProvider>
            <CodeStep {...{ challenge, change, startAgain }} alsoHelp="Also." />
        </MantineProvider>
    );
}

// The first call of all asks for a session; there is none.
function house(...replies: Parameters<typeof fakeHouse>) {
    const first = session.state().kind === 'unknown' ? [refusal(401, 'UNAUTHORIZED')] : [];
    const there = fakeHouse(...first, ...replies);
    vi.stubGlobal('fetch', there.fetch);
    return there;
}

beforeEach(() => startAgain.mockReset());

const input = () => screen.getByLabelText<HTMLInputElement>('Six-digit code');

it('is ready for codes that a device fills in', () => {
    house();
    render(<Step />);
    expect(input()).toHaveAttribute('autocomplete', 'one-time-code');
    expect(input()).toHaveAttribute('inputmode', 'numeric');
    expect(input()).toHaveFocus();
});

it('says that a code was wrong, and how many tries are left', async () => {
    const there = house(refusal(401, 'UNAUTHORIZED'));
    render(<Step />);
    await userEvent.paste(' 123 456 ');
    expect(await screen.findByRole('alert')).toHaveTextContent('4 tries left');
    expect(there.calls.at(-1)).toMatchObject({
        url: '/v1/auth/verify',
        body: { challenge_id: 'c-1', code: '123456' },
    });
    expect(input()).toHaveValue('');
    expect(input()).toHaveFocus();
});

it('closes after five wrong codes', async () => {
    house(...Array.from({ length: 5 }, () => refusal(401, 'UNAUTHORIZED')));
    render(<Step />);
    for (let round = 0; round < 5; round++) {
        await userEvent.type(input(), '000000');
        await screen.findByRole('alert');
    }
    await userEvent.click(screen.getByRole('button', { name: 'Start again' }));
    expect(startAgain).toHaveBeenCalledOnce();
});

it('waits for six digits', async () => {
    house();
    render(<Step />);
    await userEvent.type(input(), '12a3{Enter}');
    expect(input()).toHaveValue('123');
    expect(screen.getByRole('alert')).toHaveTextContent('six digits');
});

it('lets another code be sent only after a while', () => {
    house();
    render(<Step />);
    expect(screen.getByRole('button', { name: /Send a new code \(in \d+ s\)/ })).toBeDisabled();
});

it('signs in by itself on the sixth digit', async () => {
    house(json(200, { access_token: tokenOf('anna'), token_type: 'Bearer', expires_in: 900 }));
    render(<Step />);
    await userEvent.type(input(), '123456');
    await vi.waitFor(() => expect(session.state()).toMatchObject({ kind: 'in', account: 'anna' }));
});
