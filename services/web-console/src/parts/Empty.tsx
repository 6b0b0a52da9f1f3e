import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Empty.module.css';

interface Given {
    title: string;
    /** What would stand here, and how it gets here. */
    text?: ReactNode;
    /** The one button that fills the emptiness. */
    action?: ReactNode;
    /** The level of its heading; 2 unless told. */
    order?: 2 | 3 | 4;
}

/** A list that has nothing in it yet. */
export function Empty({ title, text, action, order = 2 }: Given) {
    return (
        <Stack align="center" gap="sm" className={classes.empty}>
            <Title order={order} size="h4">
                {title}
            </Title>
            {text && (
                <Text c="dimmed" maw={460} ta="center">
                    {text}
                </Text>
            )}
            {action}
        </Stack>
    );
}
