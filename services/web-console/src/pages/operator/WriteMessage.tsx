import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'react-router';
import { asTrouble } from '../../api/client';
import type { Me } from '../../api/types';
import { Done } from '../../parts/Done';
import { left, looksSecret } from '../../parts/messages';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { asSentence } from '../settings/rules';
import { useSend } from './api';
import type { Draft } from './api';
import { draftObjections, LONGEST_SUBJECT, LONGEST_TEXT } from './desk';
import classes from './operator.module.css';

const NOTHING: Draft = { subject: '', text: '' };

/** Writes a message, shows it as the user will read it, and sends it as a mail. */
export function WriteMessage({ account }: { account: Me }) {
    const words = useWords().operator.message;
    const send = useSend();
    const [draft, setDraft] = useState(NOTHING);
    const [step, setStep] = useState<'write' | 'preview'>('write');
    const [shown, setShown] = useState(false);
    const [done, setDone] = useState<string | null>(null);
    // The same for every try of one message, so that a lost answer sends nothing twice.
    const once = useRef(crypto.randomUUID());
    const subject = useRef<HTMLInputElement>(null);
    const arrived = useLocation().hash === '#message';
    useEffect(() => {
        if (arrived) subject.current?.focus();
    }, [arrived]);
    const objections = draftObjections(draft);
    const fields = send.error ? asTrouble(send.error).fields : {};
    const onFields = fields.subject !== undefined || fields.text !== undefined;
    function change(next: Partial<Draft>) {
        setDraft((old) => ({ ...old, ...next }));
        setDone(null);
        send.reset();
        once.current = crypto.randomUUID();
    }
    function preview(event: FormEvent) {
        event.preventDefault();
        setShown(true);
        if (objections.subject === null && objections.text === null) setStep('preview');
    }
    function finish() {
        send.mutate(
            { id: account.account_id, draft, once: once.current },
            {
                onSuccess: () => {
                    change(NOTHING);
                    setShown(false);
                    setStep('write');
                    setDone(words.sent);
                },
                onError: (trouble) => {
                    const { subject, text } = asTrouble(trouble).fields;
                    if (subject !== undefined || text !== undefined) setStep('write');
                },
            },
        );
    }
    if (step === 'preview') {
        return (
            <Stack gap="sm">
                <Text size="sm" fw={600} role="status">
                    {words.previewTitle}
                </Text>
                <div className={classes.letter}>
                    <Text size="xs" c="dimmed">
                        {words.to(account.email)}
                    </Text>
                    <Text fw={600}>{draft.subject.trim()}</Text>
                    <Text size="xs" c="dimmed" my="xs">
                        {words.codeHere}
                    </Text>
                    <Text size="sm">{words.template(account.name)}</Text>
                    <Text size="sm" mt="sm">
                        {draft.text.trim()}
                    </Text>
                    <Text size="sm" mt="sm">
                        {words.signed}
                    </Text>
                </div>
                {!onFields && <TroubleNote trouble={send.error} />}
                <Group>
                    <Button onClick={finish} loading={send.isPending} data-autofocus>
                        {words.send}
                    </Button>
                    <Button
                        variant="default"
                        onClick={() => setStep('write')}
                        disabled={send.isPending}
                    >
                        {words.edit}
                    </Button>
                </Group>
            </Stack>
        );
    }
    const remaining = left(draft.text, LONGEST_TEXT);
    return (
        <form onSubmit={preview} noValidate>
            <Stack gap="sm">
                <TextInput
                    ref={subject}
                    label={words.subject}
                    value={draft.subject}
                    onChange={(event) => change({ subject: event.currentTarget.value })}
                    error={
                        (shown && objections.subject && words[objections.subject]) ||
                        (fields.subject && asSentence(fields.subject))
                    }
                    maxLength={LONGEST_SUBJECT + 20}
                    autoComplete="off"
                />
                <Textarea
                    label={words.text}
                    description={words.textHelp}
                    rows={7}
                    value={draft.text}
                    onChange={(event) => change({ text: event.currentTarget.value })}
                    error={
                        (shown && objections.text && words[objections.text]) ||
                        (fields.text && asSentence(fields.text))
                    }
                />
                {remaining < 500 && (
                    <Text size="xs" c={remaining < 0 ? 'red' : 'dimmed'}>
                        {words.left(remaining)}
                    </Text>
                )}
                {looksSecret(`${draft.subject}\n${draft.text}`) && (
                    <Alert color="yellow" variant="light" p="sm" icon={<IconAlertTriangle />}>
                        {words.secrets}
                    </Alert>
                )}
                <Done>{done}</Done>
                <div>
                    <Button type="submit" variant="default">
                        {words.preview}
                    </Button>
                </div>
            </Stack>
        </form>
    );
}
