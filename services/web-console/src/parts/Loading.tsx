import { Center, Loader } from '@mantine/core';
import { useWords } from '../words';

/** Something is on its way. */
export function Loading() {
    const words = useWords().shell;
    return (
        <Center py="xl" role="status">
            <Loader type="dots" aria-hidden />
            <span className="out-of-sight">{words.loading}</span>
        </Center>
    );
}
