import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { TroubleNote } from '../../../parts/TroubleNote';
import { useWords } from '../../../words';

interface Given {
    about: { venue?: string; market?: string; strategy_id?: string };
    /** What it is about, for those who hear the page. */
    what?: string;
    label?: string;
}

/** Tells support that this client waits for them. */
export function SupportButton({ about, what, label }: Given) {
    const words = useWords().submission.support;
    const [state, setState] = useState<'idle' | 'sending' | 'sent'>('idle');
    const [trouble, setTrouble] = useState<unknown>(null);
    async function send() {
        setState('sending');
        setTrouble(null);
        try {
            await ask('POST', '/v1/support-requests', { body: about });
            setState('sent');
        } catch (thrown) {
            setTrouble(thrown);
            setState('idle');
        }
    }
    const shown = label ?? words.contact;
    return (
        <>
            {state !== 'sent' && (
                <Button
                    size="xs"
                    variant="default"
                    loading={state === 'sending'}
                    aria-label={what === undefined ? undefined : `${shown}: ${what}`}
                    onClick={() => void send()}
                >
                    {shown}
                </Button>
            )}
            <div role="status">{state === 'sent' && <Text size="sm">{words.sent}</Text>}</div>
            <TroubleNote trouble={trouble} />
        </>
    );
}
