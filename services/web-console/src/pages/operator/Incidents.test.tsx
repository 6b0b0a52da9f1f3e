import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show, standIn } from '../../testing/house';
import { Incidents } from './Incidents';

const over = {
    incident_id: '0199a000-0000-7000-8000-000000000001',
    venue: 'kraken',
    origin: 'keys',
    kind: null,
    expected_until: null,
    venue_code: 'EAPI:Invalid key',
    venue_words: 'Invalid key',
    connections: 97,
    began_at: '2026-11-20T08:00:00Z',
    ended_at: '2026-11-20T08:20:00Z',
};

it('tells which exchanges are in trouble and which were', async () => {
    standIn({
        'GET /v1/operator/incidents': {
            incidents: [
                { ...over, incident_id: 'x', venue: 'bybit', connections: 1, ended_at: null },
                over,
            ],
            next: null,
        },
        'GET /v1/venues': { venues: [] },
        'GET /v1/strategies': { strategies: [] },
    });
    show(<Incidents />, '/operator');
    expect(await screen.findByText('Going on')).toBeVisible();
    expect(screen.getByText('Over')).toBeVisible();
    expect(screen.getByText(/97 connections/)).toBeVisible();
    expect(screen.getByText(/1 connection$/)).toBeVisible();
    expect(screen.getAllByText(/Invalid key”/)).toHaveLength(2);
});

it('tells maintenance and trouble of ours apart from what keys showed', async () => {
    standIn({
        'GET /v1/operator/incidents': {
            incidents: [
                { ...over, incident_id: 'x', venue: null, origin: 'own', kind: 'egress' },
                {
                    ...over,
                    incident_id: 'y',
                    origin: 'planned',
                    ended_at: null,
                    expected_until: '2026-11-20T09:00:00Z',
                },
            ],
            next: null,
        },
        'GET /v1/venues': { venues: [] },
        'GET /v1/strategies': { strategies: [] },
    });
    show(<Incidents />, '/operator');
    expect(await screen.findByText('Ours: exchanges out of reach')).toBeVisible();
    expect(screen.getByText(/Maintenance/)).toBeVisible();
    expect(screen.getByText(/expected until/)).toBeVisible();
});

it('says so when there was none', async () => {
    standIn({ 'GET /v1/operator/incidents': { incidents: [], next: null } });
    show(<Incidents />, '/operator');
    expect(await screen.findByText('None so far.')).toBeVisible();
});
