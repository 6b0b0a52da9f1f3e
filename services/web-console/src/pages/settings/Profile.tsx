import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { asTrouble } from '../../api/client';
import type { Me } from '../../api/types';
import { CopyButton } from '../../parts/CopyButton';
import { Done } from '../../parts/Done';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import { useChangeMe } from './api';
import { asSentence, nameObjection } from './rules';
import classes from './settings.module.css';

/** Who the account belongs to; the name can be changed. */
export function Profile({ me }: { me: Me }) {
    const words = useWords().settings.profile;
    const change = useChangeMe();
    const [name, setName] = useState(me.name);
    const [objection, setObjection] = useState<string | null>(null);
    const refused = change.error ? asTrouble(change.error).fields.name : undefined;
    function submit(event: FormEvent) {
        event.preventDefault();
        const wrong = nameObjection(name);
        setObjection(wrong && words[wrong]);
        if (wrong === null) change.mutate({ name });
    }
    return (
        <Section title={words.title}>
            <Stack gap="lg">
                <dl className={classes.facts}>
                    <dt>{words.email}</dt>
                    <dd>{me.email}</dd>
                    <dt>{words.clientId}</dt>
                    <dd>
                        <span className={classes.value}>
                            {me.client_id}
                            <CopyButton value={me.client_id} what={words.clientId} />
                        </span>
                    </dd>
                    <dt>{words.registered}</dt>
                    <dd>{format.day(me.registered_at)}</dd>
                </dl>
                <form onSubmit={submit} noValidate>
                    <Stack gap="sm" align="flex-start">
                        <TextInput
                            className={classes.narrow}
                            w="100%"
                            label={words.name}
                            description={words.nameHelp}
                            value={name}
                            onChange={(event) => {
                                setName(event.currentTarget.value);
                                setObjection(null);
                                change.reset();
                            }}
                            error={objection ?? (refused && asSentence(refused))}
                            autoComplete="name"
                            maxLength={80}
                            required
                            withAsterisk={false}
                        />
                        {!refused && <TroubleNote trouble={change.error} />}
                        <Done>{change.isSuccess ? words.saved : null}</Done>
                        <Button
                            type="submit"
                            variant="default"
                            loading={change.isPending}
                            disabled={name === me.name}
                        >
                            {words.save}
                        </Button>
                    </Stack>
                </form>
            </Stack>
        </Section>
    );
}
