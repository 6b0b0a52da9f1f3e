import { Button, Text } from '@mantine/core';
import { Ago } from '../../parts/Ago';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { asSentence } from '../settings/rules';
import { useTest } from './api';

interface Given {
    /** The channel's id, or null for the mail. */
    channel: string | null;
    name: string;
    disabled?: boolean;
}

/** Sends a test and tells, live, what became of it. */
export function useTestButton({ channel, name, disabled = false }: Given) {
    const words = useWords().alerts.test;
    const test = useTest(channel);
    const button = (
        <Button
            size="xs"
            variant="default"
            loading={test.busy}
            disabled={disabled}
            onClick={test.send}
            aria-label={words.buttonOf(name)}
        >
            {words.button}
        </Button>
    );
    const told = (
        <>
            <Text size="sm" role="status" component="div">
                {test.asked && <Told test={test} byMail={channel === null} />}
            </Text>
            <TroubleNote trouble={test.trouble} />
        </>
    );
    return { button, told };
}

function Told({ test, byMail }: { test: ReturnType<typeof useTest>; byMail: boolean }) {
    const words = useWords().alerts.test;
    const { state } = test;
    if (state?.delivery === 'sent') {
        return (
            <>
                {byMail ? words.mailSent : words.sent} <Ago at={state.at} />
            </>
        );
    }
    if (state !== null && state.delivery !== 'waiting') {
        return state.reason === null ? words.failedPlainly : words.failed(asSentence(state.reason));
    }
    if (test.slow) return words.slow;
    return state?.reason ? words.hindered(asSentence(state.reason)) : words.waiting;
}
