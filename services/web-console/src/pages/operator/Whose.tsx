import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import classes from './operator.module.css';

/** Whose something is: the address leads to the account. */
export function Whose({ row }: { row: { account_id: string; email: string; client_id: string } }) {
    return (
        <div className={classes.grow}>
            <Anchor component={Link} to={`/operator/accounts/${row.account_id}`} fw={600} size="sm">
                {row.email}
            </Anchor>
            <Text size="xs" c="dimmed">
                {row.client_id}
            </Text>
        </div>
    );
}
