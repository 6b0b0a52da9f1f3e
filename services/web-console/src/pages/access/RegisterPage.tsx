import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { asTrouble, post } from '../../api/client';
import { useSession } from '../../api/session';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import { AccessFrame } from './AccessFrame';
import { opened } from './challenge';
import type { Challenge } from './challenge';
import { CodeStep } from './CodeStep';
import { PasswordRules } from './PasswordRules';
import { lengthOf, looksLikeEmail, SHORTEST } from './rules';
import { whereFrom } from './whereFrom';

type Form = { name: string; email: string; password: string };

/** Creating an account: three fields, then the mailed code. */
export default function RegisterPage() {
    const words = useWords().access;
    const session = useSession();
    const location = useLocation();
    const [form, setForm] = useState<Form>({ name: '', email: '', password: '' });
    const [challenge, setChallenge] = useState<Challenge | null>(null);

    if (session.kind === 'in') return <Navigate to={whereFrom(location)} replace />;
    if (challenge !== null) {
        return (
            <AccessFrame fieldFirst title={words.codeTitle} lead={words.codeSent(challenge.email)}>
                <CodeStep
                    challenge={challenge}
                    change={setChallenge}
                    startAgain={() => setChallenge(null)}
                    alsoHelp={words.codeHelpRegister}
                />
            </AccessFrame>
        );
    }
    return (
        <AccessFrame title={words.registerTitle}>
            <Fields
                form={form}
                setForm={setForm}
                go={(id) => setChallenge(opened(id, form.email, Date.now()))}
            />
            <Text size="sm" mt="lg">
                {words.haveAccount}{' '}
                <Anchor
                    component={Link}
                    to="/sign-in"
                    state={location.state as unknown}
                    inherit
                    fw={600}
                >
                    {words.toSignIn}
                </Anchor>
            </Text>
        </AccessFrame>
    );
}

interface Given {
    form: Form;
    setForm: (form: Form) => void;
    go: (challengeId: string) => void;
}

function Fields({ form, setForm, go }: Given) {
    const words = useWords().access;
    const element = useRef<HTMLFormElement>(null);
    const [busy, setBusy] = useState(false);
    const [trouble, setTrouble] = useState<unknown>(null);
    const [objections, setObjections] = useState<Partial<Form>>({});

    function local(): Partial<Form> {
        const found: Partial<Form> = {};
        if (form.name.trim() === '') found.name = words.required(words.name);
        if (!looksLikeEmail(form.email)) found.email = words.emailLooks;
        if (lengthOf(form.password) < SHORTEST) {
            found.password = words.tooShort(SHORTEST);
        }
        return found;
    }

    function object(found: Partial<Form>) {
        setObjections(found);
        const first = (['name', 'email', 'password'] as const).find((field) => found[field]);
        if (first) element.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
        return first !== undefined;
    }

    async function submit(event: FormEvent) {
        event.preventDefault();
        setTrouble(null);
        if (busy || object(local())) return;
        setBusy(true);
        try {
            const answer = await post('/v1/accounts', { body: form });
            go(answer.challenge_id ?? '');
        } catch (thrown) {
            setBusy(false);
            const told = asTrouble(thrown).details.map(({ field, message }) => [
                field,
                format.objection(words[field as keyof Form] ?? field, message),
            ]);
            if (!object(Object.fromEntries(told) as Partial<Form>)) setTrouble(thrown);
        }
    }

    function change(field: keyof Form, value: string) {
        setForm({ ...form, [field]: value });
        setObjections({ ...objections, [field]: undefined });
    }

    return (
        <form ref={element} onSubmit={(event) => void submit(event)} noValidate>
            <Stack gap="md">
                <TextInput
                    label={words.name}
                    description={words.nameHelp}
                    name="name"
                    autoComplete="name"
                    size="md"
                    value={form.name}
                    onChange={(event) => change('name', event.currentTarget.value)}
                    error={objections.name}
                />
                <TextInput
                    label={words.email}
                    description={words.emailHelp}
                    type="email"
                    name="email"
                    autoComplete="username"
                    autoCapitalize="none"
                    spellCheck={false}
                    size="md"
                    value={form.email}
                    onChange={(event) => change('email', event.currentTarget.value)}
                    error={objections.email}
                />
                <div>
                    <PasswordInput
                        label={words.password}
                        name="password"
                        autoComplete="new-password"
                        size="md"
                        aria-describedby="password-rules"
                        value={form.password}
                        onChange={(event) => change('password', event.currentTarget.value)}
                        visibilityToggleButtonProps={{
                            'aria-label': words.showPassword,
                            tabIndex: 0,
                        }}
                        error={objections.password}
                    />
                    <PasswordRules id="password-rules" password={form.password} />
                </div>
                <TroubleNote trouble={trouble} />
                <Button type="submit" size="md" loading={busy}>
                    {words.register}
                </Button>
            </Stack>
        </form>
    );
}
