import { StatusBadge } from '../../parts/StatusBadge';
import type { Tone } from '../../parts/StatusBadge';
import { useWords } from '../../words';

const TONES: Record<string, Tone> = {
    waiting: 'waiting',
    sent: 'good',
    failed: 'bad',
    expired: 'warning',
};

/** How a mail fared, in a word. */
export function Delivery({ delivery }: { delivery: string }) {
    const words = useWords().settings.mails;
    return (
        <StatusBadge tone={TONES[delivery] ?? 'quiet'}>
            {words.deliveries[delivery] ?? delivery}
        </StatusBadge>
    );
}
