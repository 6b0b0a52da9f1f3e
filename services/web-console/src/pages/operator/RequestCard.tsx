import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Ago } from '../../parts/Ago';
import { Confirm } from '../../parts/Confirm';
import { StatusBadge } from '../../parts/StatusBadge';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { useClearance, useInvite, useTurnRequest } from './api';
import type { SupportRequest } from '../../api/types';
import { useNames } from './names';
import classes from './operator.module.css';
import { Whose } from './Whose';

interface Given {
    request: SupportRequest;
    /** Hears what was done. */
    told?: (words: string) => void;
    /** Shown on the account's own page, which says whose it is. */
    here?: boolean;
}

/** One who waits, with what can be done about it. */
export function RequestCard({ request, told, here: atHome = false }: Given) {
    const words = useWords().operator;
    const here = words.requests;
    const names = useNames();
    const about = [
        request.venue && names.venue(request.venue),
        request.market && words.submissions.markets[request.market],
        request.strategy_id && names.strategy(request.strategy_id),
    ].filter(Boolean);
    return (
        <article className={classes.card}>
            <div className={classes.head}>
                {!atHome && <Whose row={request} />}
                <StatusBadge tone={request.state === 'open' ? 'waiting' : 'quiet'}>
                    {here.kinds[request.kind] ?? request.kind}
                </StatusBadge>
            </div>
            <Stack gap="xs" mt="xs">
                {about.length > 0 && <Text size="sm">{about.join(' · ')}</Text>}
                {request.state === 'open' && (
                    <Text size="sm" c="dimmed">
                        {here.kindWords[request.kind]}
                    </Text>
                )}
                {request.message && (
                    <div>
                        <Text size="xs" c="dimmed">
                            {here.said}
                        </Text>
                        <p className={classes.words}>{request.message}</p>
                    </div>
                )}
                <Text size="xs" c="dimmed">
                    {here.first} <Ago at={request.first_at} />
                    {request.times > 1 && (
                        <>
                            {' · '}
                            {here.last} <Ago at={request.last_at} />
                            {' · '}
                            {here.times(request.times)}
                        </>
                    )}
                </Text>
                <Actions request={request} told={told ?? (() => undefined)} />
            </Stack>
        </article>
    );
}

function Actions({ request, told }: { request: SupportRequest; told: (words: string) => void }) {
    const words = useWords().operator;
    const here = words.requests;
    const names = useNames();
    const clear = useClearance();
    const invite = useInvite();
    const turn = useTurnRequest();
    const [asking, setAsking] = useState(false);
    const { account_id: id, strategy_id: strategy, support_request_id } = request;
    const open = request.state === 'open';
    return (
        <>
            <Group gap="xs">
                {open && request.kind === 'microsoft_address' && (
                    <Button size="xs" onClick={() => setAsking(true)}>
                        {here.clear}
                    </Button>
                )}
                {open && request.kind === 'invitation' && strategy && (
                    <Button
                        size="xs"
                        loading={invite.isPending}
                        onClick={() =>
                            invite.mutate(
                                { id, strategy, invited: true },
                                { onSuccess: () => told(here.invited(names.strategy(strategy))) },
                            )
                        }
                    >
                        {here.invite(names.strategy(strategy))}
                    </Button>
                )}
                <Button
                    size="xs"
                    variant="default"
                    component={Link}
                    to={`/operator/accounts/${id}#message`}
                >
                    {here.write}
                </Button>
                <Button
                    size="xs"
                    variant="default"
                    loading={turn.isPending}
                    onClick={() =>
                        turn.mutate(
                            { id: support_request_id, state: open ? 'closed' : 'open' },
                            { onSuccess: () => told(open ? here.closed : here.reopened) },
                        )
                    }
                >
                    {open ? here.close : here.reopen}
                </Button>
            </Group>
            <TroubleNote trouble={invite.error ?? turn.error} />
            <Confirm
                opened={asking}
                close={() => setAsking(false)}
                title={words.account.clearTitle}
                confirm={words.account.clear}
                act={async () => {
                    await clear.mutateAsync({ id, cleared: true });
                    told(here.cleared);
                }}
            >
                <Text size="sm">{words.account.clearWords}</Text>
            </Confirm>
        </>
    );
}
