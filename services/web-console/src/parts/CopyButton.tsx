import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words';

interface Given {
    /** What lands in the clipboard. */
    value: string;
    /** What it is, for those who hear the page: "the BOT ID". */
    what: string;
    /** A button with words instead of an icon. */
    label?: string;
}

/** Copies a value, and says so. Never given a secret. */
export function CopyButton({ value, what, label }: Given) {
    const words = useWords().shell;
    const [copied, setCopied] = useState(false);
    const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
    useEffect(() => () => clearTimeout(timer.current), []);
    async function copy() {
        await navigator.clipboard.writeText(value);
        setCopied(true);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setCopied(false), 2_000);
    }
    const icon = copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />;
    return (
        <>
            {label === undefined ? (
                <ActionIcon
                    variant="subtle"
                    color={copied ? 'green' : 'gray'}
                    aria-label={words.copyOf(what)}
                    onClick={() => void copy()}
                >
                    {icon}
                </ActionIcon>
            ) : (
                <Button
                    variant="default"
                    size="xs"
                    leftSection={icon}
                    aria-label={`${label}: ${words.copyOf(what)}`}
                    onClick={() => void copy()}
                >
                    {copied ? words.copied : label}
                </Button>
            )}
            <span className="out-of-sight" role="status">
                {copied ? words.copied : ''}
            </span>
        </>
    );
}
