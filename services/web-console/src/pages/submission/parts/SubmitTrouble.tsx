import { Button, Text } from '@mantine/core';
import type { Trouble } from '../../../api/client';
import { useWords } from '../../../words';
import type { Words } from '../../../words';
import type { Subject } from '../logic/answers';
import { Note } from './Note';
import { SupportButton } from './SupportButton';

interface Given {
    trouble: Trouble;
    subject: Subject;
    busy: boolean;
    again: () => void;
}

/** Why a submission did not go through, and that nothing was lost. */
export function SubmitTrouble({ trouble, subject, busy, again }: Given) {
    const words = useWords();
    const [title, text] = wordsOf(trouble, words.submission.trouble);
    return (
        <Note role="alert" tone={trouble.passing ? 'warning' : 'bad'} title={title}>
            <Text size="sm">{text}</Text>
            {trouble.code === 'CONTACT_SUPPORT' && (
                <SupportButton
                    about={{
                        venue: subject.venue?.venue,
                        market: subject.market ?? undefined,
                        strategy_id: subject.strategy?.strategy_id,
                    }}
                />
            )}
            {trouble.passing && (
                <Button size="xs" variant="default" loading={busy} onClick={again}>
                    {words.submission.trouble.again}
                </Button>
            )}
            {trouble.requestId && trouble.status >= 500 && (
                <Text size="xs" ff="monospace">
                    {words.shell.requestId} {trouble.requestId}
                </Text>
            )}
        </Note>
    );
}

function wordsOf(trouble: Trouble, words: Words['submission']['trouble']): [string, string] {
    if (trouble.code === 'CONTACT_SUPPORT') return [words.supportTitle, trouble.message];
    if (trouble.code === 'IDEMPOTENCY_KEY_REUSED') return [words.reusedTitle, words.reused];
    if (trouble.status === 0) {
        return navigator.onLine
            ? [words.noAnswerTitle, words.noAnswer]
            : [words.offlineTitle, words.offline];
    }
    if (trouble.status === 429) return [words.busyTitle, words.busy(trouble.retryAfter)];
    if (trouble.status >= 500) return [words.downTitle, words.down];
    if (trouble.status === 404) return [words.goneTitle, words.gone];
    if (trouble.status === 422) return [words.refusedTitle, words.refused];
    return [words.refusedTitle, trouble.message];
}
