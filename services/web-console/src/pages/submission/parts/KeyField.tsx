import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconEye, IconEyeOff, IconFileImport, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { CredentialField, Finding } from '../../../api/types';
import { useWords } from '../../../words';
import { takesFiles, tidy } from '../logic/fields';
import type { Repair } from '../logic/fields';
import { severalFields } from '../logic/several';
import type { Found } from '../logic/several';
import { KeyArea } from './KeyArea';
import classes from './KeyField.module.css';

interface Given {
    field: CredentialField;
    fields: readonly CredentialField[];
    value: string;
    /** What stands in the way, to be read after the field's label. */
    problem: string | null;
    /** What the house mended or refuses. */
    findings: readonly Finding[];
    /** Whether the house has looked at this value and found nothing. */
    fine: boolean;
    set: (value: string) => void;
    fill: (values: Found) => void;
    file: (file: File, into: CredentialField) => void;
    touched: () => void;
}

/** One field of an exchange: label, value, what was mended, what is wrong, what it is. */
export function KeyField(given: Given) {
    const { field, fields, value, problem, findings, fine } = given;
    const words = useWords().submission.keys;
    const [masked, setMasked] = useState(field.secret);
    const [mended, setMended] = useState<{ raw: string; repairs: Repair[] } | null>(null);
    const [undone, setUndone] = useState(false);
    const [several, setSeveral] = useState<Found | null>(null);
    const [foreign, setForeign] = useState(false);
    const id = `key-${field.name}`;
    const files = takesFiles(field);

    function forgetPaste() {
        setMended(null);
        setUndone(false);
        setSeveral(null);
        setForeign(false);
    }

    function pasted(whole: string, text: string) {
        forgetPaste();
        const found = severalFields(fields, text);
        if (Object.keys(found).length > 1) setSeveral(found);
        const { value: tidied, repairs } = tidy(field, whole);
        if (repairs.length > 0) setMended({ raw: whole, repairs });
        given.set(tidied);
    }

    const refused = findings.find((one) => one.severity === 'refused');
    const repaired = findings.filter((one) => one.severity === 'repaired');
    const wrong = problem ?? (refused ? `${refused.message}. ${refused.fix}` : null);
    return (
        <div className={classes.field}>
            <div className={classes.head}>
                <label htmlFor={id} className={classes.label} translate="no">
                    {field.label}
                    {!field.required && <span className={classes.quiet}> {words.optional}</span>}
                </label>
                <Group gap={4}>
                    {files && (
                        <FileButton
                            accept=".pem,.key,.json,.txt,.p8,text/plain,application/json"
                            onChange={(file) => file && given.file(file, field)}
                            resetRef={undefined}
                        >
                            {(props) => (
                                <Button
                                    {...props}
                                    variant="subtle"
                                    size="compact-sm"
                                    leftSection={<IconFileImport size={16} aria-hidden />}
                                    aria-label={`${words.fromFile}: ${field.label}`}
                                >
                                    {words.fromFile}
                                </Button>
                            )}
                        </FileButton>
                    )}
                    {value !== '' && (
                        <Button
                            variant="subtle"
                            size="compact-sm"
                            leftSection={<IconX size={16} aria-hidden />}
                            aria-label={words.clearOf(field.label)}
                            onClick={() => {
                                forgetPaste();
                                given.set('');
                                document.getElementById(id)?.focus();
                            }}
                        >
                            {words.clear}
                        </Button>
                    )}
                    {field.secret && (
                        <Button
                            variant="subtle"
                            size="compact-sm"
                            leftSection={
                                masked ? (
                                    <IconEye size={16} aria-hidden />
                                ) : (
                                    <IconEyeOff size={16} aria-hidden />
                                )
                            }
                            aria-label={
                                masked ? words.showOf(field.label) : words.hideOf(field.label)
                            }
                            onClick={() => setMasked(!masked)}
                        >
                            {masked ? words.show : words.hide}
                        </Button>
                    )}
                </Group>
            </div>
            <KeyArea
                id={id}
                value={value}
                masked={masked}
                lines={files && !masked}
                invalid={wrong !== null}
                required={field.required}
                describedBy={`${id}-wrong ${id}-told ${id}-help`}
                typed={(next) => {
                    forgetPaste();
                    given.set(next);
                }}
                pasted={pasted}
                file={(file) => given.file(file, field)}
                left={given.touched}
                foreign={() => setForeign(true)}
            />
            <div id={`${id}-wrong`}>
                {wrong !== null && several === null && (
                    <Text size="sm" className={classes.wrong}>
                        {field.label} {wrong}
                    </Text>
                )}
                {foreign && (
                    <Text size="sm" className={classes.wrong}>
                        {words.foreign}
                    </Text>
                )}
            </div>
            <div id={`${id}-told`} role="status" className={classes.told}>
                {several !== null && (
                    <div className={classes.offer}>
                        <Text size="sm" fw={600}>
                            {words.severalTitle}
                        </Text>
                        <Text size="sm">{words.several(labelsOf(fields, several))}</Text>
                        <Group gap="xs" mt={6}>
                            <Button
                                size="xs"
                                onClick={() => {
                                    forgetPaste();
                                    given.fill(several);
                                }}
                            >
                                {words.fill}
                            </Button>
                            <Button size="xs" variant="default" onClick={() => setSeveral(null)}>
                                {words.keepWhole}
                            </Button>
                        </Group>
                    </div>
                )}
                {mended !== null && several === null && (
                    <Group gap="xs">
                        <Text size="sm">
                            {undone
                                ? words.undone
                                : mended.repairs.map((one) => words.repaired[one]).join(' ')}
                        </Text>
                        {!undone && (
                            <Button
                                size="compact-sm"
                                variant="default"
                                aria-label={words.undoOf(field.label)}
                                onClick={() => {
                                    setUndone(true);
                                    given.set(mended.raw);
                                }}
                            >
                                {words.undo}
                            </Button>
                        )}
                    </Group>
                )}
                {repaired.map((one) => (
                    <Text size="sm" key={one.code}>
                        {field.label} {one.message}. {one.fix}
                    </Text>
                ))}
                {value !== '' && (
                    <Text size="xs" className={classes.quiet}>
                        {masked ? words.masked(value.length) : words.characters(value.length)}
                        {fine && wrong === null ? ` ${field.label} ${words.fine}.` : ''}
                    </Text>
                )}
            </div>
            <Text size="sm" id={`${id}-help`} className={classes.quiet}>
                {field.help}
            </Text>
        </div>
    );
}

/** The labels of fields that were found, as a list. */
export function labelsOf(fields: readonly CredentialField[], found: Found): string {
    return fields
        .filter((field) => found[field.name] !== undefined)
        .map((field) => field.label)
        .join(', ');
}
