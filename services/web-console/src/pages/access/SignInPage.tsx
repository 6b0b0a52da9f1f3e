import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Navigate, useLocation } from 'react-router';
import { post } from '../../api/client';
import { session, useSession } from '../../api/session';
import type { TokenAnswer } from '../../api/types';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';

/** Signing in: password first, then the mailed code. */
export default function SignInPage() {
    const words = useWords().access;
    const who = useSession();
    const from = (useLocation().state as { from?: { pathname: string; search: string } } | null)
        ?.from;
    const [challenge, setChallenge] = useState<string | null>(null);
    const [email, setEmail] = useState('');
    const [password, setPassword] = useState('');
    const [code, setCode] = useState('');
    const [trouble, setTrouble] = useState<unknown>(null);
    if (who.kind === 'in') return <Navigate to={from ?? '/'} replace />;
    async function submit(event: FormEvent) {
        event.preventDefault();
        setTrouble(null);
        try {
            if (challenge === null) {
                const answer = await post('/v1/auth/sign-in', { body: { email, password } });
                setChallenge(answer.challenge_id ?? null);
            } else {
                const body = { challenge_id: challenge, code };
                session.accept((await post('/v1/auth/verify', { body })) as TokenAnswer);
            }
        } catch (thrown) {
            setTrouble(thrown);
        }
    }
    return (
        <Page title={words.signInTitle}>
            <form onSubmit={(event) => void submit(event)}>
                <Stack maw={400}>
                    {challenge === null ? (
                        <>
                            <TextInput
                                label={words.email}
                                value={email}
                                onChange={(event) => setEmail(event.currentTarget.value)}
                            />
                            <PasswordInput
                                label={words.password}
                                value={password}
                                onChange={(event) => setPassword(event.currentTarget.value)}
                            />
                        </>
                    ) : (
                        <TextInput
                            label={words.code}
                            value={code}
                            onChange={(event) => setCode(event.currentTarget.value)}
                        />
                    )}
                    <TroubleNote trouble={trouble} />
                    <Button type="submit">{words.continue}</Button>
                </Stack>
            </form>
        </Page>
    );
}
