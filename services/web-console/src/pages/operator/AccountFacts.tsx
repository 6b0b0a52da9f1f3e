import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Me } from '../../api/types';
import { Confirm } from '../../parts/Confirm';
import { CopyButton } from '../../parts/CopyButton';
import { Section } from '../../parts/Section';
import { StatusBadge } from '../../parts/StatusBadge';
import type { Tone } from '../../parts/StatusBadge';
import { format, useWords } from '../../words';
import settings from '../settings/settings.module.css';
import { useChannelStates, useClearance } from './api';

const TONES: Record<string, Tone> = { needed: 'warning', cleared: 'good', not_needed: 'quiet' };

/** Who an account is, and whether it may submit keys. */
export function AccountFacts({ account, told }: { account: Me; told: (words: string) => void }) {
    const words = useWords().operator;
    const here = words.account;
    const clearance = useClearance();
    const [asking, setAsking] = useState(false);
    const needed = account.support_clearance === 'needed';
    return (
        <Section title={here.facts}>
            <Stack gap="md">
                <dl className={settings.facts}>
                    <dt>{here.email}</dt>
                    <dd>{account.email}</dd>
                    <dt>{here.clientId}</dt>
                    <dd>
                        <span className={settings.value}>
                            {account.client_id}
                            <CopyButton value={account.client_id} what={here.clientId} />
                        </span>
                    </dd>
                    <dt>{here.role}</dt>
                    <dd>{words.accounts.roles[account.role] ?? account.role}</dd>
                    <dt>{here.registered}</dt>
                    <dd>{format.moment(account.registered_at)}</dd>
                    <dt>{here.antiPhishing}</dt>
                    <dd>
                        {account.anti_phishing_code_set
                            ? here.antiPhishingSet
                            : here.antiPhishingUnset}
                    </dd>
                    <dt>{here.channels}</dt>
                    <dd>
                        <Channels id={account.account_id} />
                    </dd>
                    <dt>{here.clearance}</dt>
                    <dd>
                        <StatusBadge tone={TONES[account.support_clearance] ?? 'quiet'}>
                            {words.accounts.clearances[account.support_clearance] ??
                                account.support_clearance}
                        </StatusBadge>
                    </dd>
                </dl>
                <Text size="sm" c="dimmed">
                    {here.clearanceWords[account.support_clearance]}
                </Text>
                {account.support_clearance !== 'not_needed' && (
                    <div>
                        <Button
                            size="xs"
                            variant={needed ? 'filled' : 'default'}
                            onClick={() => setAsking(true)}
                        >
                            {needed ? here.clear : here.takeBack}
                        </Button>
                    </div>
                )}
            </Stack>
            <Confirm
                opened={asking}
                close={() => setAsking(false)}
                title={needed ? here.clearTitle : here.takeBackTitle}
                confirm={needed ? here.clear : here.takeBack}
                danger={!needed}
                act={async () => {
                    await clearance.mutateAsync({ id: account.account_id, cleared: needed });
                    told(needed ? here.cleared : here.takenBack);
                }}
            >
                <Text size="sm">{needed ? here.clearWords : here.takeBackWords}</Text>
            </Confirm>
        </Section>
    );
}

function Channels({ id }: { id: string }) {
    const words = useWords();
    const channels = useChannelStates(id).data;
    if (channels === undefined) return null;
    if (channels.length === 0) return words.operator.account.channelsNone;
    return channels
        .map(({ kind, state }) => {
            const name = words.alerts.deliveries.kinds[kind] ?? kind;
            const standing = words.alerts.channel.states[state] ?? state;
            return `${name}: ${standing.toLowerCase()}`;
        })
        .join(', ');
}
