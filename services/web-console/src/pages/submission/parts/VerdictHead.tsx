import { Loader, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconClockPause } from '@tabler/icons-react';
import type { Tone } from '../../../parts/StatusBadge';
import { useWords } from '../../../words';
import type { Standing } from '../logic/verdict';
import classes from './VerdictHead.module.css';

export const TONES: Record<Standing, Tone> = {
    received: 'waiting',
    validating: 'waiting',
    delayed: 'warning',
    accepted: 'waiting',
    launched: 'good',
    refreshed: 'good',
    rejected: 'bad',
};

/** The verdict in a sentence; told to those who hear the page whenever it changes. */
export function VerdictHead({ standing, refresh }: { standing: Standing; refresh: boolean }) {
    const words = useWords().submission.verdict;
    const tone = TONES[standing];
    const text =
        refresh && standing === 'rejected'
            ? words.texts.rejectedRefresh
            : refresh && standing === 'accepted'
              ? words.texts.acceptedRefresh
              : words.texts[standing];
    return (
        <div className={classes.head} data-tone={tone}>
            <div aria-hidden className={classes.icon}>
                {tone === 'good' ? (
                    <IconCircleCheck size={40} />
                ) : tone === 'bad' ? (
                    <IconCircleX size={40} />
                ) : tone === 'warning' ? (
                    <IconClockPause size={40} />
                ) : (
                    <Loader size={32} />
                )}
            </div>
            <div role="status">
                <Title order={2} size="h3">
                    {words.heads[standing]}
                </Title>
                <Text>{text}</Text>
            </div>
        </div>
    );
}
