import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { refusal, show, standIn } from '../../testing/house';
import { en } from '../../words';
import FaultPage from './FaultPage';
import HelpPage from './HelpPage';
import VenueHelpPage from './VenueHelpPage';

const bybit = {
    venue: 'bybit',
    name: 'Bybit',
    route: 'self_service',
    note: null,
    markets: ['spot'],
    credential_fields: [
        {
            name: 'api_key',
            label: 'API Key',
            secret: false,
            required: true,
            pattern: '',
            max_length: 9,
            help: 'In the list.',
        },
    ],
    setup_guide: {
        url: 'https://bybit.test',
        steps: ['Sign in.'],
        tick: ['Trade'],
        leave_off: ['Withdrawal'],
    },
    egress_ips: ['203.0.113.10', '203.0.113.11'],
    rights_not_reported: {},
    closing: { last_day: '2026-12-31', words: 'It closes.' },
};
const fault = {
    code: 'IP_NOT_ALLOWED',
    title: 'Our addresses are missing',
    meaning: 'The IP list does not hold them.',
    fix: 'Add them.',
    turn: 'user',
    retry: 'never',
    user_must_act: true,
};
const answers = {
    'GET /v1/venues': { venues: [bybit] },
    'GET /v1/strategies': { strategies: [] },
    'GET /v1/faults': { faults: [fault] },
};

it('searches exchanges, reasons and questions at once', async () => {
    const user = userEvent.setup();
    standIn(answers);
    show(<HelpPage />, '/help');
    await screen.findByText('Our addresses are missing');
    await user.type(screen.getByRole('searchbox'), 'withdrawal');
    const found = await screen.findAllByRole('link');
    expect(found.map((link) => link.getAttribute('href'))).toContain('/help/venues/bybit');
});

it('still answers questions when the catalogue is away', async () => {
    standIn({ 'GET /v1/venues': refusal(422, 'X'), 'GET /v1/faults': refusal(422, 'X') });
    show(<HelpPage />, '/help');
    expect(await screen.findAllByRole('alert')).toHaveLength(2);
    expect(screen.getByRole('link', { name: /When a mail does not arrive/ })).toBeVisible();
});

it('tells of an exchange all that a key needs, and that it closes', async () => {
    standIn(answers);
    show(<VenueHelpPage />, '/help/venues/:venue', '/help/venues/bybit');
    expect(await screen.findByRole('heading', { level: 1, name: 'Connect Bybit' })).toBeVisible();
    expect(screen.getByText('This exchange closes: last day 31 Dec 2026')).toBeVisible();
    expect(screen.getByText('Withdrawal')).toBeVisible();
    expect(screen.getByText('203.0.113.11')).toBeVisible();
    expect(screen.getByText(en.help.venues.bybit?.expiry ?? '?')).toBeVisible();
});

it('tells of a reason the one fix, whatever the case of its code', async () => {
    standIn(answers);
    show(<FaultPage />, '/help/faults/:code', '/help/faults/ip_not_allowed');
    expect(await screen.findByText('Add them.')).toBeVisible();
    expect(screen.getByText('Your turn')).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Bybit' })).toHaveAttribute(
        'href',
        '/help/venues/bybit',
    );
});

it('names all exchanges where it knows one not', async () => {
    standIn(answers);
    show(<VenueHelpPage />, '/help/venues/:venue', '/help/venues/nowhere');
    expect(await screen.findByRole('link', { name: 'Bybit' })).toBeVisible();
});
