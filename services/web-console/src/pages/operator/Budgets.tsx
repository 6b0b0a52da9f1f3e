import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useNames } from '../../api/queries';
import type { Budget } from '../../api/types';
import { StatusBadge } from '../../parts/StatusBadge';
import { format, useWords } from '../../words';
import { useBudgets } from './api';
import classes from './operator.module.css';

/** What exchanges let our addresses ask, and which of them carry too few pings. */
export function Budgets() {
    const words = useWords().operator.budgets;
    const { data } = useBudgets();
    return (
        <Stack gap="md" mt="xl">
            <Title order={2} size="h4">
                {words.title}
            </Title>
            <Text size="sm" c="dimmed">
                {words.lead}
            </Text>
            {data?.length === 0 && <Text>{words.none}</Text>}
            <ul className={classes.list}>
                {data?.map((budget) => (
                    <li key={budget.budget_id}>
                        <Row budget={budget} />
                    </li>
                ))}
            </ul>
        </Stack>
    );
}

function Row({ budget }: { budget: Budget }) {
    const words = useWords().operator.budgets;
    const names = useNames();
    const stretched = budget.pings_wanted > budget.pings_carried;
    const away = budget.stays_away_until;
    const state = away !== null ? words.away : stretched ? words.stretched : words.fine;
    const facts = [
        words.connections(budget.connections),
        words.carries(number(budget.pings_wanted), number(budget.pings_carried)),
        budget.waiting > 0 && words.waiting(budget.waiting),
        budget.waiting_since !== null && words.since(format.moment(budget.waiting_since)),
        budget.back_offs > 0 && words.backOffs(budget.back_offs),
    ].filter(Boolean);
    return (
        <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Stack gap={4} flex={1}>
                <Text fw={600}>
                    {names.venue(budget.venue)} · {budget.address || words.ours}
                </Text>
                <Text size="sm">{facts.join(' · ')}</Text>
                {away !== null && <Text size="sm">{words.until(format.moment(away))}</Text>}
                {budget.limits.map((limit) => (
                    <Limit key={`${limit.below} ${limit.per_seconds}`} limit={limit} />
                ))}
            </Stack>
            <StatusBadge tone={away !== null ? 'bad' : stretched ? 'warning' : 'good'}>
                {state}
            </StatusBadge>
        </Group>
    );
}

function Limit({ limit }: { limit: Budget['limits'][number] }) {
    const words = useWords().operator.budgets;
    const parts = [
        { name: words.kinds.orders, spent: limit.orders, color: 'blue' },
        { name: words.kinds.account, spent: limit.account, color: 'cyan' },
        { name: words.kinds.health, spent: limit.health, color: 'teal' },
        { name: words.kinds.open, spent: limit.open, color: 'gray' },
        { name: words.kinds.others, spent: limit.others, color: 'orange' },
    ].filter((part) => part.spent > 0);
    const total = parts.reduce((sum, part) => sum + part.spent, 0);
    const label = `${words.spent(number(total), number(limit.allowed))} ${words.limit(limit.per_seconds, limit.below)}`;
    return (
        <div>
            <Text size="sm" c="dimmed">
                {label}
                {parts.map((part) => ` · ${part.name} ${number(part.spent)}`).join('')}
            </Text>
            <Progress.Root size="sm">
                {parts.map((part) => (
                    <Progress.Section
                        key={part.name}
                        value={Math.min(100, (100 * part.spent) / limit.allowed)}
                        color={part.color}
                        aria-label={`${part.name} ${label}`}
                    />
                ))}
            </Progress.Root>
        </div>
    );
}

const number = (value: number) => value.toLocaleString('en');
