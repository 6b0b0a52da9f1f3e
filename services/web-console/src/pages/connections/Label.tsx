import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { asTrouble } from '../../api/client';
import type { Connection } from '../../api/types';
import { useWords } from '../../words';
import type { Words } from '../../words';
import { useRename } from './changes';
import { labelTrouble } from './label';
import classes from './Label.module.css';

interface Given {
    connection: Connection;
    /** The label as it stands while nobody renames it: a heading. A button alone without it. */
    children?: ReactNode;
}

/** A connection's name, renamed in place: Enter keeps the new one, Escape the old one. */
export function Label({ connection, children }: Given) {
    const words = useWords().connections;
    const rename = useRename(connection.connection_id);
    const pencil = useRef<HTMLButtonElement>(null);
    const [text, setText] = useState<string | null>(null);
    const [refused, setRefused] = useState<string | null>(null);
    const [told, setTold] = useState('');

    function end() {
        setText(null);
        setRefused(null);
        // The pencil is there again after this render.
        setTimeout(() => pencil.current?.focus(), 0);
    }

    function submit(event: FormEvent) {
        event.preventDefault();
        const label = (text ?? '').trim();
        const wrong = wrongWith(label, words);
        if (wrong !== null) return setRefused(wrong);
        end();
        if (label === connection.label) return;
        rename.mutate(label, {
            onSuccess: () => setTold(words.renamed(label)),
            onError: (thrown) => {
                const trouble = asTrouble(thrown);
                setText(label);
                setRefused(trouble.fields.label ?? trouble.message);
            },
        });
    }

    function onKeyDown(event: KeyboardEvent) {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        end();
    }

    if (text !== null) {
        return (
            <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown}>
                <TextInput
                    className={classes.input}
                    aria-label={words.name}
                    value={text}
                    onChange={(event) => {
                        setText(event.currentTarget.value);
                        setRefused(wrongWhileTyping(event.currentTarget.value, words));
                    }}
                    error={refused}
                    autoComplete="off"
                    dir="auto"
                    autoFocus
                    onFocus={(event) => event.currentTarget.select()}
                />
                <ActionIcon type="submit" size="lg" variant="light" aria-label={words.save}>
                    <IconCheck size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                    size="lg"
                    variant="subtle"
                    color="gray"
                    aria-label={words.cancel}
                    onClick={end}
                >
                    <IconX size={18} aria-hidden />
                </ActionIcon>
            </form>
        );
    }
    return (
        <div className={classes.shown}>
            {children}
            {children === undefined ? (
                <Button
                    ref={pencil}
                    size="xs"
                    variant="default"
                    leftSection={<IconPencil size={16} aria-hidden />}
                    aria-label={words.renameOf(connection.label)}
                    onClick={() => setText(connection.label)}
                >
                    {words.rename}
                </Button>
            ) : (
                <ActionIcon
                    ref={pencil}
                    variant="subtle"
                    color="gray"
                    aria-label={words.renameOf(connection.label)}
                    title={words.rename}
                    onClick={() => setText(connection.label)}
                >
                    <IconPencil size={16} aria-hidden />
                </ActionIcon>
            )}
            <span className="out-of-sight" role="status">
                {told}
            </span>
        </div>
    );
}

function wrongWith(text: string, words: Words['connections']): string | null {
    const trouble = labelTrouble(text);
    switch (trouble?.kind) {
        case 'empty':
            return words.nameEmpty;
        case 'long':
            return words.nameLong(trouble.length);
        case 'control':
            return words.nameControl;
        case undefined:
            return null;
    }
}

// An empty field is not wrong before somebody wants to keep it.
function wrongWhileTyping(text: string, words: Words['connections']): string | null {
    return text.trim() === '' ? null : wrongWith(text, words);
}
