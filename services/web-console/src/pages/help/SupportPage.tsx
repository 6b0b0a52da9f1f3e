import { Anchor, Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link } from 'react-router';
import { asTrouble } from '../../api/client';
import { useAskSupport, useMe } from '../../api/queries';
import { left, looksSecret } from '../../parts/messages';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import classes from './help.module.css';

const LONGEST = 2000;

/** A question to support, which answers by mail. */
export default function SupportPage() {
    const words = useWords().help.support;
    const me = useMe().data;
    const ask = useAskSupport();
    if (ask.isSuccess) {
        return (
            <Page title={words.sent}>
                <Stack className={classes.text} align="flex-start">
                    <Text>{words.sentWords(me?.email ?? null)}</Text>
                    <Button component={Link} to="/" variant="default">
                        {words.toDashboard}
                    </Button>
                </Stack>
            </Page>
        );
    }
    return (
        <Page title={words.title}>
            <div className={classes.column}>
                <Section title={words.message} lead={words.lead(me?.email ?? null)}>
                    <MessageForm ask={ask} />
                </Section>
                <Text size="sm">
                    {words.first}{' '}
                    <Anchor component={Link} to="/help" size="sm">
                        {words.toHelp}
                    </Anchor>
                </Text>
            </div>
        </Page>
    );
}

function MessageForm({ ask }: { ask: ReturnType<typeof useAskSupport> }) {
    const words = useWords().help.support;
    const [message, setMessage] = useState('');
    const [tried, setTried] = useState(false);
    const remaining = left(message, LONGEST);
    const objection =
        message.trim() === ''
            ? words.empty
            : remaining < 0
              ? words.tooLong(-remaining)
              : looksSecret(message)
                ? words.secret
                : null;
    const refused = ask.error ? asTrouble(ask.error).fields.message : undefined;
    function send(event: FormEvent) {
        event.preventDefault();
        setTried(true);
        if (objection === null) ask.mutate({ message: message.trim() });
    }
    return (
        <form onSubmit={send} noValidate>
            <Stack gap="sm">
                <Textarea
                    label={words.label}
                    description={words.help}
                    rows={8}
                    value={message}
                    onChange={(event) => {
                        setMessage(event.currentTarget.value);
                        ask.reset();
                    }}
                    error={(tried && objection) || refused}
                />
                {remaining < 300 && remaining >= 0 && (
                    <Text size="xs" c="dimmed">
                        {words.left(remaining)}
                    </Text>
                )}
                {refused === undefined && <TroubleNote trouble={ask.error} />}
                <div>
                    <Button type="submit" loading={ask.isPending}>
                        {words.send}
                    </Button>
                </div>
            </Stack>
        </form>
    );
}
