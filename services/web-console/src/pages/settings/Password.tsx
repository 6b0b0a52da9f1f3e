import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { IconCheck, IconCircle, IconPoint } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { asTrouble } from '../../api/client';
import type { Me } from '../../api/types';
import { Done } from '../../parts/Done';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { useChangePassword } from './api';
import { asSentence, passwordReady, passwordRules } from './rules';
import type { PasswordForm, RuleState } from './rules';
import classes from './settings.module.css';

const NOTHING: PasswordForm = { current: '', next: '', repeat: '' };

/** Changes the password; password managers are welcome here. */
export function Password({ me }: { me: Me }) {
    const words = useWords().settings.password;
    const change = useChangePassword();
    const [form, setForm] = useState(NOTHING);
    const [visible, setVisible] = useState(false);
    const rulesId = useId();
    const fields = change.error ? asTrouble(change.error).fields : {};
    const onFields = fields.current_password !== undefined || fields.new_password !== undefined;
    const set = (field: keyof PasswordForm) => (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget;
        setForm((old) => ({ ...old, [field]: value }));
        change.reset();
    };
    function submit(event: FormEvent) {
        event.preventDefault();
        change.mutate(
            { current_password: form.current, new_password: form.next },
            { onSuccess: () => setForm(NOTHING) },
        );
    }
    const eye = { visible, onVisibilityChange: setVisible };
    return (
        <Section title={words.title} lead={words.lead} id="password">
            <form onSubmit={submit} className={classes.narrow}>
                <Stack gap="sm">
                    {/* Tells password managers whose password this is. */}
                    <input
                        type="text"
                        name="username"
                        autoComplete="username"
                        value={me.email}
                        readOnly
                        hidden
                    />
                    <PasswordInput
                        {...eye}
                        name="current-password"
                        label={words.current}
                        value={form.current}
                        onChange={set('current')}
                        autoComplete="current-password"
                        error={fields.current_password && asSentence(fields.current_password)}
                    />
                    <PasswordInput
                        {...eye}
                        name="new-password"
                        label={words.next}
                        value={form.next}
                        onChange={set('next')}
                        autoComplete="new-password"
                        aria-describedby={rulesId}
                        error={fields.new_password && asSentence(fields.new_password)}
                    />
                    <PasswordInput
                        {...eye}
                        name="new-password-again"
                        label={words.repeat}
                        value={form.repeat}
                        onChange={set('repeat')}
                        autoComplete="new-password"
                    />
                    <Rules id={rulesId} rules={passwordRules(form, me.email)} />
                    {!onFields && <TroubleNote trouble={change.error} />}
                    <Done>{change.isSuccess ? words.saved : null}</Done>
                    <div>
                        <Button
                            type="submit"
                            variant="default"
                            loading={change.isPending}
                            disabled={!passwordReady(form, me.email)}
                        >
                            {words.save}
                        </Button>
                    </div>
                </Stack>
            </form>
        </Section>
    );
}

function Rules({ id, rules }: { id: string; rules: RuleState[] }) {
    const words = useWords().settings.password;
    return (
        <div id={id}>
            <Text size="sm" fw={600}>
                {words.rules.title}
            </Text>
            <ul className={classes.rows}>
                {rules.map(({ rule, met }) => (
                    <li key={rule} className={`${classes.rule} ${met ? classes.met : ''}`}>
                        {met === null && <IconPoint size={16} aria-hidden />}
                        {met === true && <IconCheck size={16} aria-hidden />}
                        {met === false && <IconCircle size={16} aria-hidden />}
                        <span>
                            {words.rules[rule]}
                            {met !== null && (
                                <span className="out-of-sight">
                                    {' '}
                                    ({met ? words.met : words.unmet})
                                </span>
                            )}
                        </span>
                    </li>
                ))}
            </ul>
        </div>
    );
}
