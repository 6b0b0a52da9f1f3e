import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useStrategies } from '../../api/queries';
import { Confirm } from '../../parts/Confirm';
import { Loading } from '../../parts/Loading';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import settings from '../settings/settings.module.css';
import { useInvitations, useInvite } from './api';
import { useNames } from './names';
import classes from './operator.module.css';

/** The invite-only strategies that an account may choose. */
export function Invitations({ id, told }: { id: string; told: (words: string) => void }) {
    const words = useWords().operator.account;
    const invitations = useInvitations(id);
    return (
        <Section title={words.invitations}>
            {invitations.isPending && <Loading />}
            {invitations.data === undefined && (
                <TroubleNote trouble={invitations.error} again={() => void invitations.refetch()} />
            )}
            {invitations.data && <Chosen id={id} invited={invitations.data} told={told} />}
        </Section>
    );
}

interface Given {
    id: string;
    invited: string[];
    told: (words: string) => void;
}

function Chosen({ id, invited, told }: Given) {
    const words = useWords().operator;
    const here = words.account;
    const names = useNames();
    const strategies = useStrategies().data ?? [];
    const invite = useInvite();
    const [picked, setPicked] = useState('');
    const [leaving, setLeaving] = useState<string | null>(null);
    const open = strategies.filter((one) => one.invite_only && !invited.includes(one.strategy_id));
    return (
        <Stack gap="md">
            {invited.length === 0 ? (
                <Text size="sm" c="dimmed">
                    {here.invitationsNone}
                </Text>
            ) : (
                <ul className={settings.rows}>
                    {invited.map((strategy) => (
                        <li key={strategy} className={settings.row}>
                            <Text size="sm" className={settings.grow}>
                                {names.strategy(strategy)}
                            </Text>
                            <Button
                                size="xs"
                                variant="default"
                                aria-label={here.withdrawLabel(names.strategy(strategy))}
                                onClick={() => setLeaving(strategy)}
                            >
                                {here.withdraw}
                            </Button>
                        </li>
                    ))}
                </ul>
            )}
            {open.length > 0 ? (
                <div className={classes.pick}>
                    <NativeSelect
                        flex={1}
                        label={here.inviteLabel}
                        value={picked}
                        onChange={(event) => setPicked(event.currentTarget.value)}
                        data={[
                            { value: '', label: here.invitePick },
                            ...open.map((one) => ({ value: one.strategy_id, label: one.name })),
                        ]}
                    />
                    <Button
                        variant="default"
                        disabled={picked === ''}
                        loading={invite.isPending}
                        onClick={() =>
                            invite.mutate(
                                { id, strategy: picked, invited: true },
                                {
                                    onSuccess: () => {
                                        told(words.requests.invited(names.strategy(picked)));
                                        setPicked('');
                                    },
                                },
                            )
                        }
                    >
                        {here.invite}
                    </Button>
                </div>
            ) : (
                strategies.length > 0 &&
                invited.length > 0 && (
                    <Text size="sm" c="dimmed">
                        {here.invitedAll}
                    </Text>
                )
            )}
            {leaving === null && <TroubleNote trouble={invite.error} />}
            <Confirm
                opened={leaving !== null}
                close={() => setLeaving(null)}
                title={here.withdrawTitle}
                confirm={here.withdraw}
                danger
                act={async () => {
                    if (leaving === null) return;
                    await invite.mutateAsync({ id, strategy: leaving, invited: false });
                    told(here.withdrawn(names.strategy(leaving)));
                }}
            >
                <Text size="sm">{here.withdrawWords(names.strategy(leaving ?? ''))}</Text>
            </Confirm>
        </Stack>
    );
}
