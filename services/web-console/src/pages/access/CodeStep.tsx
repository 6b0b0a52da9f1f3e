import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { isTrouble, post } from '../../api/client';
import { session } from '../../api/session';
import { useNow } from '../../parts/Ago';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import type { Words } from '../../words';
import { digitsOf, mayResend, mustWait, refused, resent } from './challenge';
import type { Challenge, Refusal } from './challenge';
import classes from './CodeStep.module.css';

interface Given {
    challenge: Challenge;
    change: (challenge: Challenge) => void;
    /** Back to the beginning. */
    startAgain: () => void;
    /** What else may be the matter when no mail comes. */
    alsoHelp: string;
}

/** The mailed code: six digits, typed, pasted or filled in by the device. */
export function CodeStep({ challenge, change, startAgain, alsoHelp }: Given) {
    const words = useWords().access;
    const input = useRef<HTMLInputElement>(null);
    const [code, setCode] = useState('');
    const [busy, setBusy] = useState(false);
    const [short, setShort] = useState(false);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const [trouble, setTrouble] = useState<unknown>(null);
    const over = refusal?.kind === 'over';

    useEffect(() => input.current?.focus(), []);

    async function check(digits: string) {
        if (busy || digits.length < 6) return;
        setBusy(true);
        setRefusal(null);
        setTrouble(null);
        try {
            const body = { challenge_id: challenge.id, code: digits };
            session.accept(await post('/v1/auth/verify', { body }));
        } catch (thrown) {
            setBusy(false);
            if (!isTrouble(thrown, 401)) return setTrouble(thrown);
            const [after, why] = refused(challenge, Date.now());
            change(after);
            setRefusal(why);
            setCode('');
            input.current?.focus();
        }
    }

    function type(text: string) {
        const digits = digitsOf(text);
        setCode(digits);
        setShort(false);
        if (digits.length > 0) setRefusal(null);
        if (digits.length === 6 && digits !== code) void check(digits);
    }

    function submit(event: FormEvent) {
        event.preventDefault();
        setShort(code.length < 6);
        void check(code);
    }

    return (
        <form onSubmit={submit} noValidate>
            <Stack gap="md">
                <TextInput
                    ref={input}
                    label={words.codeLabel}
                    value={code}
                    onChange={(event) => type(event.currentTarget.value)}
                    inputMode="numeric"
                    autoComplete="one-time-code"
                    spellCheck={false}
                    size="lg"
                    disabled={over}
                    readOnly={busy}
                    error={refusal ? wordsOf(refusal, words) : short && words.codeShort}
                    errorProps={{ role: 'alert' }}
                    classNames={{ input: classes.code }}
                />
                <TroubleNote trouble={trouble} again={() => void check(code)} />
                {over ? (
                    <Button size="md" onClick={startAgain}>
                        {words.startAgain}
                    </Button>
                ) : (
                    <Button type="submit" size="md" loading={busy}>
                        {words.codeCheck}
                    </Button>
                )}
                {!over && <Resend challenge={challenge} change={change} done={() => type('')} />}
                <Stack gap="xs" className={classes.help}>
                    <Text size="sm">{words.codeHelp}</Text>
                    <Text size="sm">{alsoHelp}</Text>
                    <Anchor
                        component="button"
                        type="button"
                        size="sm"
                        className={classes.other}
                        onClick={startAgain}
                    >
                        {words.otherAddress}
                    </Anchor>
                </Stack>
            </Stack>
        </form>
    );
}

function wordsOf(refusal: Refusal, words: Words['access']): string {
    switch (refusal.kind) {
        case 'wrong':
            return words.codeWrong(refusal.left);
        case 'old':
            return words.codeOld;
        case 'over':
            return words.codeOver;
    }
}

interface ResendGiven {
    challenge: Challenge;
    change: (challenge: Challenge) => void;
    done: () => void;
}

function Resend({ challenge, change, done }: ResendGiven) {
    const words = useWords().access;
    const now = useNow();
    const [busy, setBusy] = useState(false);
    const [said, setSaid] = useState(false);
    const [trouble, setTrouble] = useState<unknown>(null);
    const wait = Math.ceil((challenge.resendAt - now) / 1000);

    async function again() {
        setBusy(true);
        setTrouble(null);
        try {
            await post('/v1/auth/resend', { body: { challenge_id: challenge.id } });
            change(resent(challenge, Date.now()));
            setSaid(true);
            done();
        } catch (thrown) {
            if (isTrouble(thrown, 429) && thrown.retryAfter !== null) {
                change(mustWait(challenge, thrown.retryAfter, Date.now()));
            } else setTrouble(thrown);
        } finally {
            setBusy(false);
        }
    }

    return (
        <Stack gap="xs">
            {mayResend(challenge) ? (
                <Group>
                    <Button
                        variant="default"
                        fullWidth
                        loading={busy}
                        disabled={wait > 0}
                        onClick={() => void again()}
                    >
                        {wait > 0 ? words.resendIn(wait) : words.resend}
                    </Button>
                </Group>
            ) : (
                <Text size="sm">{words.resendNoMore}</Text>
            )}
            <Text size="sm" role="status" className={classes.said}>
                {said ? words.resent : ''}
            </Text>
            <TroubleNote trouble={trouble} />
        </Stack>
    );
}
