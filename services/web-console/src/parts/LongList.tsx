import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Pages } from '../api/pages';
import { useWords } from '../words';
import { Loading } from './Loading';
import { TroubleNote } from './TroubleNote';

interface Given<Row> {
    pages: Pages<Row>;
    /** Shown when there is nothing. */
    empty: ReactNode;
    /** The rows, in whatever form. */
    children: (rows: Row[]) => ReactNode;
}

/** A list that comes a stretch at a time, with all that can happen to it. */
export function LongList<Row>({ pages, empty, children }: Given<Row>) {
    const words = useWords().shell;
    const { rows } = pages;
    if (pages.loading) return <Loading />;
    if (rows.length === 0) {
        return pages.trouble ? <TroubleNote trouble={pages.trouble} again={pages.again} /> : empty;
    }
    return (
        <Stack gap="md">
            {children(rows)}
            <TroubleNote trouble={pages.trouble} again={pages.more ?? pages.again} />
            {pages.more && (
                <Group gap="md">
                    <Button variant="default" onClick={pages.more} loading={pages.loadingMore}>
                        {words.showMore}
                    </Button>
                    <Text size="sm" c="dimmed" role="status">
                        {words.shown(rows.length)}
                    </Text>
                </Group>
            )}
        </Stack>
    );
}
