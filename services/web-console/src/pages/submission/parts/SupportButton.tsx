import { Button, Text } from '@mantine/core';
import { useAskSupport } from '../../../api/queries';
import type { SupportRequestForm } from '../../../api/types';
import { TroubleNote } from '../../../parts/TroubleNote';
import { useWords } from '../../../words';

interface Given {
    about: { venue?: string; market?: string; strategy_id?: string };
    /** What it is about, for those who hear the page. */
    what?: string;
    label?: string;
}

/** Tells support that this client waits for them. */
export function SupportButton({ about, what, label }: Given) {
    const words = useWords().submission.support;
    const ask = useAskSupport();
    const shown = label ?? words.contact;
    return (
        <>
            {!ask.isSuccess && (
                <Button
                    size="xs"
                    variant="default"
                    loading={ask.isPending}
                    aria-label={what === undefined ? undefined : `${shown}: ${what}`}
                    onClick={() => ask.mutate(about as SupportRequestForm)}
                >
                    {shown}
                </Button>
            )}
            <div role="status">{ask.isSuccess && <Text size="sm">{words.sent}</Text>}</div>
            <TroubleNote trouble={ask.error} />
        </>
    );
}
