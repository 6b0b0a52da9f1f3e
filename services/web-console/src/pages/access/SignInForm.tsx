import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { asTrouble, post } from '../../api/client';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import { AccessFrame } from './AccessFrame';
import { opened } from './challenge';
import type { Challenge } from './challenge';
import { CodeStep } from './CodeStep';

interface Given {
    title: string;
    lead?: string;
    /** Whether somebody new is shown the way to register. */
    invites?: boolean;
    /** Whether it stands in a page's place, within the frame. */
    over?: boolean;
}

/** Signing in: address and password, then the mailed code. What was typed survives going back. */
export function SignInForm({ title, lead, invites = false, over = false }: Given) {
    const words = useWords().access;
    const [email, setEmail] = useState('');
    const [password, setPassword] = useState('');
    const [challenge, setChallenge] = useState<Challenge | null>(null);

    if (challenge !== null) {
        return (
            <AccessFrame
                over={over}
                fieldFirst
                title={words.codeTitle}
                lead={words.codeSent(challenge.email)}
            >
                <CodeStep
                    challenge={challenge}
                    change={setChallenge}
                    startAgain={() => {
                        setPassword('');
                        setChallenge(null);
                    }}
                    alsoHelp={words.codeHelpPassword}
                />
            </AccessFrame>
        );
    }
    return (
        <AccessFrame over={over} title={title} lead={lead}>
            <PasswordStep
                email={email}
                setEmail={setEmail}
                password={password}
                setPassword={setPassword}
                go={(id) => setChallenge(opened(id, email, Date.now()))}
            />
            {invites && <Invitation />}
        </AccessFrame>
    );
}

function Invitation() {
    const words = useWords().access;
    const { state } = useLocation() as { state: unknown };
    return (
        <Text size="sm" mt="lg">
            {words.newHere}{' '}
            <Anchor component={Link} to="/register" state={state} inherit fw={600}>
                {words.toRegister}
            </Anchor>
        </Text>
    );
}

interface StepGiven {
    email: string;
    setEmail: (email: string) => void;
    password: string;
    setPassword: (password: string) => void;
    go: (challengeId: string) => void;
}

function PasswordStep({ email, setEmail, password, setPassword, go }: StepGiven) {
    const words = useWords().access;
    const [busy, setBusy] = useState(false);
    const [trouble, setTrouble] = useState<unknown>(null);
    const [asked, setAsked] = useState(false);
    const wrong = trouble === null ? {} : asTrouble(trouble).fields;

    async function submit(event: FormEvent) {
        event.preventDefault();
        setAsked(true);
        if (email === '' || password === '' || busy) return;
        setBusy(true);
        setTrouble(null);
        try {
            const answer = await post('/v1/auth/sign-in', { body: { email, password } });
            go(answer.challenge_id ?? '');
        } catch (thrown) {
            setTrouble(thrown);
            setBusy(false);
        }
    }

    function objection(field: string, label: string, value: string) {
        if (asked && value === '') return words.required(label);
        return wrong[field] === undefined ? null : format.objection(label, wrong[field]);
    }

    return (
        <form onSubmit={(event) => void submit(event)} noValidate>
            <Stack gap="md">
                <TextInput
                    label={words.email}
                    type="email"
                    name="email"
                    autoComplete="username"
                    autoCapitalize="none"
                    spellCheck={false}
                    size="md"
                    value={email}
                    onChange={(event) => setEmail(event.currentTarget.value)}
                    error={objection('email', words.email, email)}
                />
                <PasswordInput
                    label={words.password}
                    name="password"
                    autoComplete="current-password"
                    size="md"
                    value={password}
                    onChange={(event) => setPassword(event.currentTarget.value)}
                    visibilityToggleButtonProps={{
                        'aria-label': words.showPassword,
                        tabIndex: 0,
                    }}
                    error={objection('password', words.password, password)}
                />
                {Object.keys(wrong).length === 0 && <TroubleNote trouble={trouble} />}
                <Button type="submit" size="md" loading={busy}>
                    {words.continue}
                </Button>
            </Stack>
        </form>
    );
}
