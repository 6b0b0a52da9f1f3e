import { Button, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import { asTrouble } from '../../api/client';
import type { WishesView } from '../../api/types';
import { Done } from '../../parts/Done';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import classes from './alerts.module.css';
import { useChangeWishes } from './api';
import { formOf, whenObjections, wishesOf, zones } from './rules';
import type { WhenForm } from './rules';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const FIELDS: Record<string, keyof WhenForm> = {
    persist_minutes: 'persist',
    'quiet_hours.from': 'from',
    'quiet_hours.until': 'until',
    'quiet_hours.zone': 'zone',
};

/** When to be alerted again, and when only of what is urgent. */
export function When({ wishes }: { wishes: WishesView }) {
    const words = useWords().alerts.when;
    const change = useChangeWishes();
    const [form, setForm] = useState(() => formOf(wishes, HERE));
    const [tried, setTried] = useState(false);
    const wrong = tried ? whenObjections(form) : {};
    const refused = change.error ? Object.entries(asTrouble(change.error).fields) : [];
    const labels: Partial<Record<keyof WhenForm, string>> = words;
    function said(field: keyof WhenForm) {
        const mine = wrong[field];
        if (mine !== undefined) return words[mine];
        const theirs = refused.find(([name]) => FIELDS[name] === field)?.[1];
        return theirs && format.objection(labels[field] ?? '', theirs);
    }
    function type(typed: Partial<WhenForm>) {
        setForm((before) => ({ ...before, ...typed }));
        change.reset();
    }
    function submit(event: FormEvent) {
        event.preventDefault();
        setTried(true);
        if (Object.keys(whenObjections(form)).length === 0) change.mutate(wishesOf(form));
    }
    return (
        <Section title={words.title} lead={words.lead} id="when">
            <form onSubmit={submit} noValidate className={classes.narrow}>
                <Stack gap="md" align="stretch">
                    <TextInput
                        label={words.persist}
                        description={words.persistHelp}
                        value={form.persist}
                        onChange={(event) => type({ persist: event.currentTarget.value })}
                        error={said('persist')}
                        inputMode="numeric"
                        autoComplete="off"
                    />
                    <Switch
                        checked={form.quiet}
                        label={words.quiet}
                        description={words.quietHelp}
                        onChange={(event) => type({ quiet: event.currentTarget.checked })}
                    />
                    {form.quiet && <Quiet form={form} type={type} said={said} />}
                    {refused.every(([name]) => FIELDS[name] === undefined) && (
                        <TroubleNote trouble={change.error} />
                    )}
                    <Done>{change.isSuccess ? words.saved : null}</Done>
                    <div>
                        <Button type="submit" variant="default" loading={change.isPending}>
                            {words.save}
                        </Button>
                    </div>
                </Stack>
            </form>
        </Section>
    );
}

interface QuietGiven {
    form: WhenForm;
    type: (typed: Partial<WhenForm>) => void;
    said: (field: keyof WhenForm) => string | undefined;
}

function Quiet({ form, type, said }: QuietGiven) {
    const words = useWords().alerts.when;
    const all = useMemo(() => zones(form.zone, HERE), [form.zone]);
    return (
        <>
            <div className={classes.times}>
                <TextInput
                    type="time"
                    label={words.from}
                    value={form.from}
                    onChange={(event) => type({ from: event.currentTarget.value })}
                    error={said('from')}
                />
                <TextInput
                    type="time"
                    label={words.until}
                    value={form.until}
                    onChange={(event) => type({ until: event.currentTarget.value })}
                    error={said('until')}
                />
            </div>
            {form.until !== '' && form.until < form.from && (
                <Text size="sm" c="dimmed">
                    {words.nextDay(form.until)}
                </Text>
            )}
            <NativeSelect
                label={words.zone}
                data={all}
                value={form.zone}
                onChange={(event) => type({ zone: event.currentTarget.value })}
                error={said('zone')}
            />
        </>
    );
}
