import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { asTrouble } from '../api/client';
import { useWords } from '../words';
import type { Words } from '../words';
import { nameTrouble } from './name';
import classes from './EditableName.module.css';

interface Given {
    name: string;
    /** Whose name it is, for those who hear the page: “Name of the connection”. */
    of: string;
    /** What the house calls it in its objections. */
    field: string;
    keep: (name: string) => Promise<unknown>;
    /** The name as it stands while nobody changes it: a heading. A button alone without it. */
    children?: ReactNode;
}

/** A name, changed in place: Enter keeps the new one, Escape the old one. */
export function EditableName({ name, of, field, keep, children }: Given) {
    const words = useWords().naming;
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

    async function submit() {
        const wanted = (text ?? '').trim();
        const wrong = wrongWith(wanted, words);
        if (wrong !== null) return setRefused(wrong);
        end();
        if (wanted === name) return;
        try {
            await keep(wanted);
            setTold(words.renamed(wanted));
        } catch (thrown) {
            const trouble = asTrouble(thrown);
            setText(wanted);
            setRefused(trouble.fields[field] ?? trouble.message);
        }
    }

    function onSubmit(event: FormEvent) {
        event.preventDefault();
        void submit();
    }

    function onKeyDown(event: KeyboardEvent) {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        end();
    }

    if (text !== null) {
        return (
            <form className={classes.form} onSubmit={onSubmit} onKeyDown={onKeyDown}>
                <TextInput
                    className={classes.input}
                    aria-label={of}
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
                    aria-label={words.renameOf(name)}
                    onClick={() => setText(name)}
                >
                    {words.rename}
                </Button>
            ) : (
                <ActionIcon
                    ref={pencil}
                    variant="subtle"
                    color="gray"
                    aria-label={words.renameOf(name)}
                    title={words.rename}
                    onClick={() => setText(name)}
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

function wrongWith(text: string, words: Words['naming']): string | null {
    const trouble = nameTrouble(text);
    switch (trouble?.kind) {
        case 'empty':
            return words.empty;
        case 'long':
            return words.long(trouble.length);
        case 'control':
            return words.control;
        case undefined:
            return null;
    }
}

// An empty field is not wrong before somebody wants to keep it.
function wrongWhileTyping(text: string, words: Words['naming']): string | null {
    return text.trim() === '' ? null : wrongWith(text, words);
}
