import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link } from 'react-router';
import { asTrouble } from '../../api/client';
import type { Me } from '../../api/types';
import { Done } from '../../parts/Done';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { useChangeMe } from './api';
import { asSentence, codeObjection } from './rules';
import classes from './settings.module.css';

/** The word that proves our mails to be ours. */
export function AntiPhishing({ me }: { me: Me }) {
    const words = useWords().settings.code;
    const change = useChangeMe();
    const [code, setCode] = useState('');
    const [objection, setObjection] = useState<string | null>(null);
    const refused = change.error ? asTrouble(change.error).fields.anti_phishing_code : undefined;
    function submit(event: FormEvent) {
        event.preventDefault();
        const wrong = codeObjection(code);
        setObjection(wrong && words[wrong]);
        if (wrong === null) {
            change.mutate({ anti_phishing_code: code }, { onSuccess: () => setCode('') });
        }
    }
    const isSet = me.anti_phishing_code_set;
    return (
        <Section title={words.title} lead={words.why} id="code">
            <Stack gap="md" align="flex-start">
                <Alert
                    color={isSet ? 'green' : 'yellow'}
                    variant="light"
                    p="sm"
                    icon={isSet ? <IconShieldCheck /> : <IconShieldExclamation />}
                >
                    {isSet ? words.set : words.unset}
                </Alert>
                <form onSubmit={submit} noValidate className={classes.narrow}>
                    <Stack gap="sm" align="flex-start">
                        <TextInput
                            w="100%"
                            label={words.label}
                            description={words.help}
                            value={code}
                            onChange={(event) => {
                                setCode(event.currentTarget.value);
                                setObjection(null);
                                change.reset();
                            }}
                            error={objection ?? (refused && asSentence(refused))}
                            autoComplete="off"
                            spellCheck={false}
                            translate="no"
                        />
                        {!refused && <TroubleNote trouble={change.error} />}
                        <Done>{change.isSuccess ? words.saved : null}</Done>
                        <Button
                            type="submit"
                            variant={isSet ? 'default' : 'filled'}
                            loading={change.isPending}
                            disabled={code === ''}
                        >
                            {isSet ? words.change : words.choose}
                        </Button>
                    </Stack>
                </form>
                <Text size="sm">
                    {isSet && <>{words.kept} </>}
                    <Anchor component={Link} to="/help/genuine" size="sm">
                        {words.more}
                    </Anchor>
                </Text>
            </Stack>
        </Section>
    );
}
