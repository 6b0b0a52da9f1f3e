import type { Connection, Submission } from '../../../api/types';

/** Where a submission stands, as people see it. */
export type Standing =
    'received' | 'validating' | 'delayed' | 'accepted' | 'launched' | 'refreshed' | 'rejected';

/** Where a submission stands; the connection, once known, tells whether the strategy runs. */
export function standingOf(submission: Submission, connection: Connection | undefined): Standing {
    switch (submission.status) {
        case 'rejected':
            return 'rejected';
        case 'accepted':
            if (submission.type === 'refresh') return 'refreshed';
            return connection?.bot ? 'launched' : 'accepted';
        case 'validating':
            return submission.reason === null ? 'validating' : 'delayed';
        default:
            return submission.reason === null ? 'received' : 'delayed';
    }
}

/** Whether something is still to come. */
export function isWaiting(standing: Standing): boolean {
    return ['received', 'validating', 'delayed', 'accepted'].includes(standing);
}

/** The stages, and how far it came: the last one reached. */
export function stagesOf(submission: Submission, standing: Standing) {
    const last = submission.type === 'refresh' ? 'refreshed' : 'launched';
    const stages = ['received', 'validating', 'accepted', last] as const;
    const at: Record<Standing, number> = {
        received: 0,
        validating: 1,
        delayed: 1,
        rejected: 1,
        accepted: 2,
        launched: 3,
        refreshed: 3,
    };
    return { stages, at: at[standing], failed: standing === 'rejected' };
}
