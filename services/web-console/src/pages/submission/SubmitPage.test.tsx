import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueries } from '../../api/queries';
import strategies from './fixtures/strategies.json';
import venues from './fixtures/venues.json';
import SubmitPage from './SubmitPage';

const SECRET = 'CANARYsecretCANARYsecretCANARY01';
const KEY = 'd59c7f18-db5b-4e85-906a-6523566fc166';

interface Sent {
    method: string;
    url: string;
    body: string;
    headers: Record<string, string>;
}

let sent: Sent[];
let submit: () => Response | Promise<Response>;
let check: () => Response;
let me: Record<string, unknown>;

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
    new Response(JSON.stringify(body), { status, headers });
const refusal = (status: number, code: string, details: object[] = []) =>
    json({ error: { code, message: 'No.', request_id: 'r1', details } }, status);

beforeEach(() => {
    sent = [];
    submit = () => json({ submission_id: 's1', connection_id: 'c1', status: 'received' }, 202);
    check = () => json({ findings: [], ok: true });
    me = {
        email: 'Ada@example.org',
        client_id: '0x001 / Ada',
        anti_phishing_code_set: false,
        support_clearance: 'not_needed',
    };
    vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
        const method = init.method ?? 'GET';
        sent.push({
            method,
            url,
            body: typeof init.body === 'string' ? init.body : '',
            headers: (init.headers ?? {}) as Record<string, string>,
        });
        if (url === '/v1/me') return Promise.resolve(json(me));
        if (url === '/v1/venues') return Promise.resolve(json(venues));
        if (url === '/v1/strategies') return Promise.resolve(json(strategies));
        if (url === '/v1/connections') return Promise.resolve(json({ connections: [] }));
        if (url.endsWith('/check-paste')) return Promise.resolve(check());
        if (url === '/v1/submissions' && method === 'POST') return Promise.resolve(submit());
        if (url === '/v1/support-requests') return Promise.resolve(json({}, 202));
        return Promise.resolve(refusal(401, 'UNAUTHORIZED'));
    });
});

function open(at = '/submit?type=add') {
    const router = createMemoryRouter(
        [
            { path: '/submit', Component: SubmitPage },
            { path: '/submissions/:id', element: <p>the verdict</p> },
        ],
        { initialEntries: [at] },
    );
    const queries = createQueries();
    render(
        <MantineProvider>
            <QueryClientProvider client={queries}>
                <RouterProvider router={router} />
            </QueryClientProvider>
        </MantineProvider>,
    );
    return { router, queries, user: userEvent.setup({ delay: null }) };
}

type User = ReturnType<typeof userEvent.setup>;
// By text: roles cost seconds in a form of this size.
const heading = (name: string) => screen.findByText(name, { selector: 'h2' });
const next = (user: User) => user.click(screen.getByText('Continue'));

async function toKeys(user: User) {
    await heading('Registered e-mail');
    await next(user);
    await heading('Type');
    await next(user);
    await heading('Spot or derivatives');
    await user.click(screen.getByLabelText('Spot'));
    await next(user);
    await heading('Exchange and strategy');
    await user.click(screen.getByLabelText('OKX'));
    await user.click(screen.getByLabelText('USDT systematic DCA'));
    await next(user);
    await heading('API keys');
}

async function fillKeys(user: User) {
    await user.click(screen.getByLabelText('Passphrase'));
    await user.keyboard('a phrase');
    await user.click(screen.getByLabelText('API Key'));
    await user.paste(` ${KEY} `);
    await user.click(screen.getByLabelText('API Secret'));
    await user.paste(SECRET);
}

async function toSummary(user: User) {
    await toKeys(user);
    await fillKeys(user);
    await next(user);
    await heading('Anti-phishing code');
    await user.type(screen.getByLabelText('Your word or code'), 'teapot');
    await next(user);
    await heading('Funding');
    await user.click(screen.getByRole('checkbox'));
    await next(user);
    await heading('Terms');
    await user.click(screen.getByRole('checkbox'));
    await next(user);
    await heading('Summary');
}

const submissions = () => sent.filter((one) => one.url === '/v1/submissions');

describe('handing over a key', () => {
    it('goes through every step by hand and leaves no secret anywhere but in its calls', async () => {
        const { router, queries, user } = open();
        await toSummary(user);
        expect(document.documentElement.outerHTML).not.toContain(SECRET);
        expect(router.state.location.search).not.toContain('CANARY');
        await user.click(screen.getByText('Submit information'));
        await screen.findByText('the verdict');
        expect(router.state.location.pathname).toBe('/submissions/s1');

        const body = JSON.parse(submissions()[0]?.body ?? '{}') as Record<string, unknown>;
        expect(body).toMatchObject({
            email: 'Ada@example.org',
            credentials: { passphrase: 'a phrase', api_key: KEY, api_secret: SECRET },
        });
        const holding = sent.filter((one) => JSON.stringify(one).includes(SECRET));
        expect(new Set(holding.map((one) => one.url))).toEqual(
            new Set(['/v1/venues/okx/check-paste', '/v1/submissions']),
        );
        const kept = JSON.stringify([
            { ...window.localStorage },
            { ...window.sessionStorage },
            queries
                .getQueryCache()
                .getAll()
                .map((one) => one.state),
            queries
                .getMutationCache()
                .getAll()
                .map((one) => one.state),
            router.state,
            history.state,
        ]);
        expect(kept).not.toContain(SECRET);
    });

    it('shows dots alone until it is asked to, and wards off those who fill in', async () => {
        const { user } = open();
        await toKeys(user);
        await fillKeys(user);
        const area = screen.getByLabelText<HTMLTextAreaElement>('API Secret');
        expect(area.value).toBe('•'.repeat(SECRET.length));
        expect(area).toHaveAttribute('autocomplete', 'off');
        expect(area).toHaveAttribute('translate', 'no');
        expect(area).not.toHaveAttribute('name');
        await user.click(screen.getByRole('button', { name: 'Show API Secret' }));
        expect(area.value).toBe(SECRET);
        // React would write a controlled value into the markup.
        expect(document.documentElement.outerHTML).not.toContain(SECRET);
        expect(screen.getByText('Blanks or line breaks around it were taken off.')).toBeVisible();
        await user.click(screen.getByRole('button', { name: /^Undo/ }));
        expect(screen.getByLabelText<HTMLTextAreaElement>('API Key').value).toBe(` ${KEY} `);
    });

    it('keeps what was typed when one goes back', async () => {
        const { user } = open();
        await toKeys(user);
        await fillKeys(user);
        await user.click(screen.getByRole('button', { name: 'Back' }));
        await heading('Exchange and strategy');
        await next(user);
        await heading('API keys');
        expect(screen.getByLabelText<HTMLTextAreaElement>('API Secret').value).toHaveLength(
            SECRET.length,
        );
    });

    it('offers to fill in a paste that holds several fields', async () => {
        const { user } = open();
        await toKeys(user);
        await user.click(screen.getByLabelText('API Key'));
        await user.paste(`API Key: ${KEY}\nSecret Key: ${SECRET}\nPassphrase: a phrase`);
        await user.click(screen.getByRole('button', { name: 'Fill them in' }));
        await next(user);
        await heading('Anti-phishing code');
    });

    it('names what is missing and leads there', async () => {
        const { user } = open();
        await toKeys(user);
        await next(user);
        const alert = await screen.findByRole('alert');
        expect(alert).toHaveFocus();
        await user.click(within(alert).getByRole('link', { name: 'API Secret is missing.' }));
        expect(screen.getByLabelText('API Secret')).toHaveFocus();
    });

    it('stops at what the house refuses of the paste', async () => {
        check = () =>
            json({
                ok: false,
                findings: [
                    {
                        field: 'api_secret',
                        code: 'masked',
                        severity: 'refused',
                        message: 'is masked',
                        fix: 'Copy it again.',
                    },
                ],
            });
        const { user } = open();
        await toKeys(user);
        await fillKeys(user);
        await next(user);
        const alert = await screen.findByRole('alert');
        expect(within(alert).getByRole('link')).toHaveTextContent(
            'API Secret is masked. Copy it again.',
        );
    });

    it('submits again with the same key when nobody answered, and loses nothing', async () => {
        const { user } = open();
        await toSummary(user);
        submit = () => Promise.reject(new TypeError('Failed to fetch'));
        await user.click(screen.getByText('Submit information'));
        await screen.findByText(/it counts once/);
        submit = () => refusal(503, 'SERVICE_UNAVAILABLE');
        await user.click(screen.getByText('Submit again'));
        await screen.findByText(/This is on our side/);
        submit = () => json({ submission_id: 's1' }, 202);
        await user.click(screen.getByText('Submit again'));
        await screen.findByText('the verdict');
        const used = submissions().map((one) => one.headers['Idempotency-Key']);
        expect(used).toHaveLength(3);
        expect(new Set(used).size).toBe(1);
        expect(new Set(submissions().map((one) => one.body)).size).toBe(1);
    });

    it('leads back to the field that the house refuses, and sends the mended one anew', async () => {
        const { user } = open();
        await toSummary(user);
        submit = () =>
            refusal(422, 'VALIDATION_ERROR', [
                { field: 'anti_phishing_code', message: 'must be another word' },
            ]);
        await user.click(screen.getByText('Submit information'));
        await heading('Anti-phishing code');
        await screen.findByRole('link', { name: /must be another word/ });
        await user.type(screen.getByLabelText('Your word or code'), '2');
        submit = () => json({ submission_id: 's1' }, 202);
        await next(user);
        await heading('Funding');
        await next(user);
        await heading('Terms');
        await next(user);
        await heading('Summary');
        await user.click(screen.getByText('Submit information'));
        await screen.findByText('the verdict');
        const used = submissions().map((one) => one.headers['Idempotency-Key']);
        expect(new Set(used).size).toBe(2);
    });

    it('sends those with a blocked address to support', async () => {
        me.support_clearance = 'needed';
        const { user } = open('/submit?type=add&step=terms');
        await heading('Registered e-mail');
        expect(screen.getByRole('button', { name: 'Continue' })).toBeDisabled();
        await user.click(screen.getByRole('button', { name: 'Contact support' }));
        await waitFor(() =>
            expect(sent.some((one) => one.url === '/v1/support-requests')).toBe(true),
        );
    });
});
