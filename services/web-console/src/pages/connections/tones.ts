import type { Tone } from '../../parts/StatusBadge';
import type { ExpiryKind } from './expiry';
import type { IpListState } from './ipList';
import type { RightRow } from './rights';
import type { Standing } from './standing';

/** What each state means to the one who looks at it; the unknown is never good. */
export const STANDING_TONE: Record<Standing, Tone> = {
    connected: 'good',
    validating: 'waiting',
    reauth_needed: 'bad',
    error: 'bad',
    unclear: 'warning',
};

export const EXPIRY_TONE: Record<ExpiryKind, Tone> = {
    never: 'quiet',
    unread: 'quiet',
    later: 'quiet',
    soon: 'warning',
    urgent: 'bad',
    expired: 'bad',
};

export const IP_TONE: Record<IpListState['kind'], Tone> = {
    ours: 'good',
    lacks: 'bad',
    open: 'warning',
    unclear: 'warning',
    refused: 'bad',
};

export const RIGHT_TONE: Record<RightRow['verdict'], Tone> = {
    good: 'good',
    bad: 'bad',
    unsure: 'warning',
    free: 'quiet',
};

export const BOT_TONE: Record<string, Tone> = {
    running: 'good',
    launching: 'waiting',
    paused: 'warning',
    ended: 'quiet',
};
