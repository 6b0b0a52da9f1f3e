import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useWords } from '../words';
import { TroubleNote } from './TroubleNote';

interface Given {
    opened: boolean;
    close: () => void;
    title: string;
    /** What happens, and what cannot be undone. */
    children: ReactNode;
    /** The words on the button that does it. */
    confirm: string;
    /** Does it; the dialog closes when it succeeds and shows the trouble when not. */
    act: () => Promise<unknown>;
    /** To be typed first, for what cannot be undone. */
    typed?: string;
    danger?: boolean;
}

/** Asks before something is done. */
export function Confirm(given: Given) {
    const { opened, close, title } = given;
    const words = useWords().shell;
    return (
        <Modal
            opened={opened}
            onClose={close}
            title={title}
            closeButtonProps={{ 'aria-label': words.close }}
        >
            {/* Mounted with the dialog, so that it begins empty each time. */}
            <Question {...given} />
        </Modal>
    );
}

function Question({ close, children, confirm, act, typed, danger }: Given) {
    const words = useWords().shell;
    const [text, setText] = useState('');
    const [busy, setBusy] = useState(false);
    const [trouble, setTrouble] = useState<unknown>(null);
    async function submit(event: FormEvent) {
        event.preventDefault();
        setBusy(true);
        setTrouble(null);
        try {
            await act();
            close();
        } catch (thrown) {
            setTrouble(thrown);
        } finally {
            setBusy(false);
        }
    }
    return (
        <form onSubmit={(event) => void submit(event)}>
            <Stack>
                <div>{children}</div>
                {typed !== undefined && (
                    <TextInput
                        label={words.typeToConfirm(typed)}
                        value={text}
                        onChange={(event) => setText(event.currentTarget.value)}
                        autoComplete="off"
                        spellCheck={false}
                        data-autofocus
                    />
                )}
                <TroubleNote trouble={trouble} />
                <Group justify="flex-end">
                    <Button variant="default" onClick={close}>
                        {words.cancel}
                    </Button>
                    <Button
                        type="submit"
                        color={danger ? 'red' : undefined}
                        loading={busy}
                        disabled={typed !== undefined && text.trim() !== typed}
                    >
                        {confirm}
                    </Button>
                </Group>
            </Stack>
        </form>
    );
}
