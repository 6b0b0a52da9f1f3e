import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ClipboardEvent, FormEvent, KeyboardEvent } from 'react';
import { dots, maskedEdit } from '../logic/masking';
import classes from './KeyArea.module.css';

interface Given {
    id: string;
    value: string;
    masked: boolean;
    /** Whether Enter begins a new line, as in a key file. */
    lines: boolean;
    invalid: boolean;
    describedBy: string;
    required: boolean;
    /** What the value is after typing. */
    typed: (value: string) => void;
    /** A text was pasted: the whole value after it, and the text alone. */
    pasted: (value: string, text: string) => void;
    /** A file was pasted. */
    file: (file: File) => void;
    left: () => void;
    /** The field changed without any key or paste. */
    foreign: () => void;
}

/**
 * A field for a key. Masked, the page holds nothing but dots: the value is in memory alone. It is
 * always a text area (for key files, and because password managers leave those alone), and its value
 * is set from here and not by React, which would write it into the markup as well.
 */
export function KeyArea(given: Given) {
    const { id, value, masked, lines, invalid, describedBy, required } = given;
    const area = useRef<HTMLTextAreaElement>(null);
    const composing = useRef(false);
    const caret = useRef<number | null>(null);
    const shown = masked ? dots(value) : value;

    useLayoutEffect(() => {
        const node = area.current;
        if (!node || composing.current) return;
        if (node.value !== shown) node.value = shown;
        if (caret.current !== null && document.activeElement === node) {
            node.setSelectionRange(caret.current, caret.current);
        }
        caret.current = null;
        node.rows = rowsOf(shown, masked);
    });

    // Nothing of it is left in the page's memory of the field.
    useEffect(() => {
        const node = area.current;
        return () => {
            if (node) node.value = '';
        };
    }, []);

    function take(event: FormEvent<HTMLTextAreaElement>) {
        if (composing.current) return;
        const node = event.currentTarget;
        const at = node.selectionEnd;
        const next = masked ? maskedEdit(value, node.value, at) : node.value;
        caret.current = at;
        node.value = masked ? dots(next) : next;
        node.setSelectionRange(at, at);
        given.typed(next);
    }

    function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
        const file = event.clipboardData.files.item(0);
        const text = event.clipboardData.getData('text/plain');
        event.preventDefault();
        if (file && text === '') return given.file(file);
        const node = event.currentTarget;
        // Nobody sees where in the dots it would go: a paste replaces them.
        const whole = masked
            ? text
            : value.slice(0, node.selectionStart) + text + value.slice(node.selectionEnd);
        caret.current = masked ? text.length : node.selectionStart + text.length;
        given.pasted(whole, text);
    }

    function enter(event: KeyboardEvent<HTMLTextAreaElement>) {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || lines) return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
    }

    function leave() {
        if (area.current && area.current.value !== shown) given.foreign();
        given.left();
    }

    return (
        <textarea
            ref={area}
            id={id}
            className={classes.area}
            rows={1}
            aria-invalid={invalid ? true : undefined}
            aria-describedby={describedBy}
            aria-required={required}
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            translate="no"
            enterKeyHint={lines ? 'enter' : 'next'}
            data-1p-ignore="true"
            data-lpignore="true"
            data-bwignore="true"
            data-form-type="other"
            data-protonpass-ignore="true"
            data-gramm="false"
            onInput={take}
            onPaste={paste}
            onKeyDown={enter}
            onBlur={leave}
            onCompositionStart={() => (composing.current = true)}
            onCompositionEnd={(event) => {
                composing.current = false;
                take(event);
            }}
        />
    );
}

/** As many lines as the value needs, within reason. */
function rowsOf(shown: string, masked: boolean): number {
    const needed = masked
        ? Math.ceil(shown.length / 60)
        : shown
              .split('\n')
              .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 60)), 0);
    return Math.min(8, Math.max(1, masked ? Math.min(needed, 3) : needed));
}
