import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post, remove } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { CopyButton } from '../../parts/CopyButton';
import { Done } from '../../parts/Done';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import classes from './settings.module.css';

const KEY = ['settings', 'calendar'] as const;

/** The link under which a calendar fetches expiry dates: made, shown once, renewed, removed. */
export function CalendarLink() {
    const words = useWords().calendar;
    const queries = useQueryClient();
    const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null);
    const link = useQuery({
        queryKey: KEY,
        queryFn: ({ signal }) => get('/v1/settings/calendar', { signal }),
    });
    const make = useMutation({
        mutationFn: () => post('/v1/settings/calendar'),
        onSuccess: ({ made_at }) => queries.setQueryData(KEY, { made_at }),
    });
    const revoke = useMutation({
        mutationFn: () => remove('/v1/settings/calendar'),
        onSuccess: () => {
            make.reset();
            queries.setQueryData(KEY, { made_at: null });
        },
    });
    const madeAt = link.data?.made_at ?? null;
    const url = make.data ? window.location.origin + make.data.path : null;
    return (
        <Section title={words.title} lead={words.lead} id="calendar">
            <Stack gap="md" align="flex-start">
                {link.error && !link.data && (
                    <TroubleNote trouble={link.error} again={() => void link.refetch()} />
                )}
                {link.data && url === null && (
                    <Text size="sm">
                        {madeAt === null ? words.none : words.there(format.moment(madeAt))}
                    </Text>
                )}
                {url !== null && (
                    <Alert
                        variant="light"
                        color="green"
                        title={words.fresh}
                        icon={<IconCalendarTime aria-hidden />}
                        className={classes.narrow}
                    >
                        <Stack gap="sm" align="flex-start">
                            <TextInput
                                w="100%"
                                label={words.label}
                                value={url}
                                readOnly
                                spellCheck={false}
                                translate="no"
                                onFocus={(event) => event.currentTarget.select()}
                            />
                            <CopyButton value={url} what={words.what} label={words.copy} />
                        </Stack>
                    </Alert>
                )}
                <TroubleNote trouble={make.error} />
                <Done>{revoke.isSuccess && madeAt === null ? words.revoked : null}</Done>
                {link.data && (
                    <Group gap="sm">
                        <Button
                            variant="default"
                            loading={make.isPending}
                            onClick={() => (madeAt === null ? make.mutate() : setAsking('renew'))}
                        >
                            {madeAt === null ? words.make : words.renew}
                        </Button>
                        {madeAt !== null && (
                            <Button
                                variant="subtle"
                                color="red"
                                onClick={() => setAsking('revoke')}
                            >
                                {words.revoke}
                            </Button>
                        )}
                    </Group>
                )}
                <Text size="sm" c="dimmed">
                    {words.careful}
                </Text>
            </Stack>
            <Confirm
                opened={asking === 'renew'}
                close={() => setAsking(null)}
                title={words.renewTitle}
                confirm={words.renew}
                act={() => make.mutateAsync()}
            >
                {words.renewWords}
            </Confirm>
            <Confirm
                opened={asking === 'revoke'}
                close={() => setAsking(null)}
                title={words.revokeTitle}
                confirm={words.revoke}
                act={() => revoke.mutateAsync()}
                danger
            >
                {words.revokeWords}
            </Confirm>
        </Section>
    );
}
