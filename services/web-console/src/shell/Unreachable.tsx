import { Text } from '@mantine/core';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { useWords } from '../words';

/** Nobody has answered yet; the session asks again by itself. */
export function Unreachable() {
    const words = useWords().shell;
    return (
        <Page title={words.unreachableTitle}>
            <Text>{words.unreachableText}</Text>
            <Loading />
        </Page>
    );
}
