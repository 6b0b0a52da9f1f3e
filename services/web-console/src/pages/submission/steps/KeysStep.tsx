import { Text } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { DragEvent, MouseEvent } from 'react';
import type { CredentialField, Venue } from '../../../api/types';
import { useWords } from '../../../words';
import type { Keys } from '../logic/answers';
import { fieldProblem } from '../logic/fields';
import type { Found, WrongFile } from '../logic/several';
import { readFile } from '../logic/several';
import type { Problem } from '../logic/steps';
import { Guide } from '../parts/Guide';
import { KeyField, labelsOf } from '../parts/KeyField';
import { Note } from '../parts/Note';
import type { PasteCheck } from '../usePasteCheck';
import classes from './steps.module.css';

interface Given {
    venue: Venue;
    refresh: boolean;
    keys: Keys;
    set: (values: Keys) => void;
    check: PasteCheck;
    problems: readonly Problem[];
    wiped: boolean;
}

type FileNews = { kind: 'filled'; labels: string } | { kind: 'wrong'; why: WrongFile | 'which' };

/** The exchange's fields, from the catalogue, with the guide beside them. */
export function KeysStep({ venue, refresh, keys, set, check, problems, wiped }: Given) {
    const words = useWords().submission;
    const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
    const [over, setOver] = useState(false);
    const [news, setNews] = useState<FileNews | null>(null);
    const translated = useTranslated();
    const fields = venue.credential_fields;
    // A few stay in the order of the catalogue; many would hide what is needed.
    const many = fields.filter((field) => !field.required).length > 2;
    const shown = fields.filter((field) => field.required || !many);
    const folded = fields.filter((field) => !field.required && many);
    const findings = check.kind === 'ok' || check.kind === 'refused' ? check.findings : [];

    function problemOf(field: CredentialField): string | null {
        const told = problems.find((one) => one.field === field.name);
        if (told) return told.words ?? words.problems[told.code];
        const value = keys[field.name] ?? '';
        // Whoever is still at it is left alone; a missing one is told when going on.
        if (value === '' || !touched.has(field.name)) return null;
        const code = fieldProblem(field, value);
        return code === null ? null : `${words.problems[code]} ${field.help}`;
    }

    async function file(given: File, into: CredentialField | null) {
        const read = await readFile(fields, given);
        if (read.kind === 'fields') {
            set(read.values);
            setNews({ kind: 'filled', labels: labelsOf(fields, read.values) });
        } else if (read.kind === 'wrong') {
            setNews({ kind: 'wrong', why: read.why });
        } else if (into) {
            set({ [into.name]: read.value });
            setNews({ kind: 'filled', labels: into.label });
        } else {
            setNews({ kind: 'wrong', why: 'which' });
        }
    }

    function drop(event: DragEvent) {
        setOver(false);
        const dropped = event.dataTransfer.files.item(0);
        if (!dropped) return;
        event.preventDefault();
        const target = event.target instanceof Element ? event.target.closest('textarea') : null;
        const into = fields.find((field) => target?.id === `key-${field.name}`) ?? null;
        void file(dropped, into);
    }

    const show = (field: CredentialField) => (
        <KeyField
            key={field.name}
            field={field}
            fields={fields}
            value={keys[field.name] ?? ''}
            problem={problemOf(field)}
            findings={findings.filter((one) => one.field === field.name)}
            fine={check.kind === 'ok'}
            set={(value) => {
                setNews(null);
                set({ [field.name]: value });
            }}
            fill={(values: Found) => set(values)}
            file={(given, into) => void file(given, into)}
            touched={() => setTouched((all) => new Set(all).add(field.name))}
        />
    );

    return (
        <>
            <Text>
                {refresh ? words.keys.introRefresh(venue.name) : words.keys.intro(venue.name)}
            </Text>
            {wiped && (
                <Note tone="warning" role="alert">
                    {words.keys.wiped}
                </Note>
            )}
            {translated && (
                <Note tone="warning" role="alert">
                    {words.keys.translated}
                </Note>
            )}
            <a href="#guide" className={classes.toGuide} onClick={toGuide}>
                {words.keys.toGuide}
            </a>
            <div className={classes.columns}>
                <div
                    id="keys"
                    tabIndex={-1}
                    className={over ? `${classes.fields} ${classes.over}` : classes.fields}
                    onDragOver={(event) => {
                        if (!event.dataTransfer.types.includes('Files')) return;
                        event.preventDefault();
                        setOver(true);
                    }}
                    onDragLeave={() => setOver(false)}
                    onDrop={drop}
                >
                    {shown.map(show)}
                    {folded.length > 0 && (
                        <details
                            className={classes.fold}
                            open={
                                folded.some((field) => (keys[field.name] ?? '') !== '') || undefined
                            }
                        >
                            <summary>{words.keys.optionalFields(folded.length)}</summary>
                            <div className={classes.fields}>{folded.map(show)}</div>
                        </details>
                    )}
                    <Text size="sm" className={classes.quiet}>
                        {over ? words.keys.drop : words.keys.fileHint}
                    </Text>
                    <div role="status" className={classes.news}>
                        {news && (
                            <Note
                                tone={news.kind === 'filled' ? 'info' : 'bad'}
                                title={news.kind === 'filled' ? words.keys.filledTitle : undefined}
                            >
                                {news.kind === 'filled'
                                    ? words.keys.filled(news.labels)
                                    : words.keys.files[news.why]}
                            </Note>
                        )}
                        {check.kind === 'ok' && (
                            <Note tone="good" title={words.keys.checkedTitle}>
                                {words.keys.checkedText}
                            </Note>
                        )}
                        {check.kind === 'unknown' && (
                            <Note tone="warning" title={words.keys.uncheckedTitle}>
                                {words.keys.uncheckedText}
                            </Note>
                        )}
                    </div>
                    <details className={classes.fold}>
                        <summary>{words.keys.extensionTitle}</summary>
                        <div>
                            {words.keys.extension.map((one) => (
                                <Text key={one} size="sm">
                                    {one}
                                </Text>
                            ))}
                            <ol className={classes.list}>
                                {words.keys.privateWindow.map((one) => (
                                    <li key={one}>
                                        <Text size="sm">{one}</Text>
                                    </li>
                                ))}
                            </ol>
                        </div>
                    </details>
                    <Text size="sm" className={classes.quiet}>
                        <IconShieldLock size={16} aria-hidden /> {words.keys.safety}
                    </Text>
                </div>
                <Guide venue={venue} />
            </div>
        </>
    );
}

/** Leads to the guide without a word in the address. */
function toGuide(event: MouseEvent) {
    event.preventDefault();
    const guide = document.getElementById('guide');
    guide?.scrollIntoView();
    guide?.focus({ preventScroll: true });
}

/** Whether the browser translates the page: it marks the document then. */
function useTranslated(): boolean {
    const [translated, setTranslated] = useState(isTranslated);
    const observer = useRef<MutationObserver>(undefined);
    useEffect(() => {
        observer.current = new MutationObserver(() => setTranslated(isTranslated()));
        observer.current.observe(document.documentElement, {
            attributes: true,
            attributeFilter: ['class'],
        });
        return () => observer.current?.disconnect();
    }, []);
    return translated;
}

function isTranslated(): boolean {
    const marks = document.documentElement.classList;
    return marks.contains('translated-ltr') || marks.contains('translated-rtl');
}
