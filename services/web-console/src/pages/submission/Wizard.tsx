import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { asTrouble, post } from '../../api/client';
import type { Trouble } from '../../api/client';
import { keys as queryKeys } from '../../api/queries';
import { Loading } from '../../parts/Loading';
import { useWords } from '../../words';
import { LeaveGuard } from './LeaveGuard';
import type { Answers, Facts, Keys } from './logic/answers';
import { bodyOf, change, keysOf, subjectOf } from './logic/answers';
import { createAttempts } from './logic/attempt';
import { IDLE, keep } from './logic/kept';
import type { Problem, Step } from './logic/steps';
import { canOpen, firstOpen, problemsByStep, problemsOf, stepsOf } from './logic/steps';
import { Problems } from './parts/Problems';
import { StepHeading } from './parts/StepHeading';
import { StepList } from './parts/StepList';
import { SubmitTrouble } from './parts/SubmitTrouble';
import { CodeStep } from './steps/CodeStep';
import { ConnectionStep } from './steps/ConnectionStep';
import { EmailStep } from './steps/EmailStep';
import { FundedStep } from './steps/FundedStep';
import { KeysStep } from './steps/KeysStep';
import { MarketStep } from './steps/MarketStep';
import { StrategyStep } from './steps/StrategyStep';
import { SummaryStep } from './steps/SummaryStep';
import { TermsStep } from './steps/TermsStep';
import { TypeStep } from './steps/TypeStep';
import type { WizardFacts } from './SubmitPage';
import { useIdle } from './useIdle';
import { usePasteCheck } from './usePasteCheck';
import classes from './Wizard.module.css';

interface Given extends WizardFacts {
    begin: Answers;
    beginKeys: Keys;
}

/** What every step is given. */
export interface StepGiven {
    answers: Answers;
    set: (changed: Partial<Answers>) => void;
    facts: Facts;
    /** Ids of elements that something is wrong with. */
    wrong: ReadonlySet<string>;
}

/** The form, step by step. The step is in the address; what was typed is in this memory alone. */
export function Wizard({ me, venues, strategies, connections, begin, beginKeys }: Given) {
    const words = useWords().submission;
    const navigate = useNavigate();
    const queries = useQueryClient();
    const [query] = useSearchParams();
    const [initial] = useState(begin);
    const [answers, setAnswers] = useState(begin);
    const [keys, setKeys] = useState<Keys>(beginKeys);
    // Counts up when keys are wiped, so that their fields forget what they knew as well.
    const [wipes, setWipes] = useState(0);
    const [wiped, setWiped] = useState(false);
    const [invited, setInvited] = useState<readonly string[]>(
        begin.strategyId === null ? [] : [begin.strategyId],
    );
    const [shown, setShown] = useState<Problem[]>([]);
    const [refused, setRefused] = useState<ReadonlyMap<Step, Problem[]>>(new Map());
    const [trouble, setTrouble] = useState<Trouble | null>(null);
    const [busy, setBusy] = useState(false);
    const [submitted, setSubmitted] = useState(false);
    const [attempts] = useState(createAttempts);
    const done = useRef(false);

    const facts: Facts = {
        venues,
        strategies,
        connections,
        invited,
        codeSet: me.anti_phishing_code_set,
        email: me.email,
    };
    const subject = subjectOf(answers, facts);
    const steps = stepsOf(answers.type);
    const asked = query.get('step') as Step | null;
    const blocked = me.support_clearance === 'needed';
    const [start] = useState<Step>(() =>
        // After a rejection all is known but the secrets.
        query.has('again') ? firstOpen(begin, beginKeys, facts) : 'email',
    );
    const step = stepAt();
    const paste = usePasteCheck(subject.venue, keys);

    const hasKeys = Object.values(keys).some((value) => value !== '');
    const losing = useRef(false);
    useEffect(() => {
        losing.current = hasKeys || answers !== initial;
    }, [hasKeys, answers, initial]);
    const wouldLose = useCallback(() => losing.current && !done.current, []);

    const wipe = useCallback(() => {
        setKeys({});
        setWipes((count) => count + 1);
        attempts.changed();
    }, [attempts]);
    useIdle(IDLE, hasKeys, () => {
        wipe();
        setWiped(true);
    });

    function set(changed: Partial<Answers>) {
        const next = change(answers, changed);
        attempts.changed();
        setTrouble(null);
        setAnswers(next);
        if (subjectOf(next, facts).venue !== subject.venue) wipe();
        setShown([]);
        unrefuse(step);
    }

    function setKey(values: Keys) {
        attempts.changed();
        setTrouble(null);
        setWiped(false);
        setKeys((before) => ({ ...before, ...values }));
        const names = Object.keys(values);
        setShown((before) => before.filter((one) => !names.includes(one.field ?? '')));
        unrefuse('keys');
    }

    function unrefuse(one: Step) {
        if (!refused.has(one)) return;
        const next = new Map(refused);
        next.delete(one);
        setRefused(next);
    }

    function go(to: Step) {
        setShown([]);
        const next = new URLSearchParams(query);
        next.set('step', to);
        void navigate({ search: `?${next.toString()}` });
    }

    async function forwards(event: FormEvent) {
        event.preventDefault();
        if (busy || (blocked && step === 'email')) return;
        if (step === 'summary') return submit();
        const problems = [...problemsOf(step, answers, keys, facts), ...(refused.get(step) ?? [])];
        if (problems.length > 0) return setShown(problems);
        if (step === 'keys' && !(await keysStand())) return;
        const next = steps[steps.indexOf(step) + 1];
        if (next) go(next);
    }

    async function keysStand(): Promise<boolean> {
        setBusy(true);
        const found = await paste.now();
        setBusy(false);
        if (found.kind !== 'refused') return true;
        setShown(
            found.findings
                .filter((one) => one.severity === 'refused')
                .map((one) => ({
                    id: `key-${one.field ?? ''}`,
                    field: one.field,
                    code: 'refused',
                    words: `${one.message ?? ''}. ${one.fix ?? ''}`,
                })),
        );
        return false;
    }

    async function submit() {
        const open = firstOpen(answers, keys, facts);
        if (open !== 'summary') return go(open);
        setBusy(true);
        setTrouble(null);
        try {
            const received = await post('/v1/submissions', {
                body: bodyOf(answers, keys, facts),
                headers: { 'Idempotency-Key': attempts.key() },
            });
            done.current = true;
            keep(received.submission_id ?? '', answers, openKeys());
            setSubmitted(true);
            wipe();
            void queries.invalidateQueries({ queryKey: queryKeys.submissions });
            void queries.invalidateQueries({ queryKey: queryKeys.connections });
            void queries.invalidateQueries({ queryKey: queryKeys.me });
            void navigate(`/submissions/${received.submission_id}`, { replace: true });
        } catch (thrown) {
            meet(asTrouble(thrown));
        } finally {
            setBusy(false);
        }
    }

    /** The values of fields that are no secrets. */
    function openKeys(): Keys {
        const secret = new Set(
            subject.venue?.credential_fields.filter((one) => one.secret).map((one) => one.name),
        );
        return Object.fromEntries(
            Object.entries(keysOf(subject.venue, keys)).filter(([name]) => !secret.has(name)),
        );
    }

    function meet(met: Trouble) {
        // Sent once with this key, the content has changed since: the next try is a new one.
        if (met.code === 'IDEMPOTENCY_KEY_REUSED') attempts.changed();
        const byStep = problemsByStep(met.details, answers.type);
        setRefused(byStep);
        setTrouble(met);
        const first = steps.find((one) => byStep.has(one));
        if (met.status === 422 && first && first !== 'summary') {
            attempts.changed();
            go(first);
            setShown(byStep.get(first) ?? []);
        }
    }

    function stepAt(): Step {
        if (blocked) return 'email';
        if (asked === null) return start;
        return canOpen(asked, answers, keys, facts) ? asked : firstOpen(answers, keys, facts);
    }

    if (submitted) return <Loading />;
    const at = steps.indexOf(step);
    const before = steps[at - 1];
    const problems = shown.length > 0 ? shown : (refused.get(step) ?? []);
    const wrong = new Set(problems.map((one) => one.id));
    const given: StepGiven = { answers, set, facts, wrong };
    return (
        <div className={classes.wizard}>
            <LeaveGuard losing={wouldLose} />
            <StepList
                steps={steps}
                current={step}
                open={(one) => canOpen(one, answers, keys, facts)}
                go={go}
            />
            <form
                className={classes.form}
                noValidate
                autoComplete="off"
                onSubmit={(event) => void forwards(event)}
            >
                <StepHeading step={step} at={at + 1} all={steps.length} />
                <Problems
                    problems={problems}
                    fields={subject.venue?.credential_fields ?? []}
                    attempt={shown}
                />
                {trouble && (
                    <SubmitTrouble
                        trouble={trouble}
                        subject={subject}
                        busy={busy}
                        again={() => void submit()}
                    />
                )}
                <div className={classes.body}>
                    {step === 'email' && <EmailStep me={me} />}
                    {step === 'type' && <TypeStep {...given} />}
                    {step === 'market' && <MarketStep {...given} />}
                    {step === 'strategy' && (
                        <StrategyStep
                            {...given}
                            claim={(id) => setInvited((all) => [...all, id])}
                        />
                    )}
                    {step === 'connection' && <ConnectionStep {...given} />}
                    {step === 'keys' && subject.venue && (
                        <KeysStep
                            key={wipes}
                            venue={subject.venue}
                            refresh={answers.type === 'refresh'}
                            keys={keys}
                            set={setKey}
                            check={paste.check}
                            problems={problems}
                            wiped={wiped}
                        />
                    )}
                    {step === 'code' && <CodeStep {...given} />}
                    {step === 'funded' && <FundedStep {...given} />}
                    {step === 'terms' && <TermsStep {...given} />}
                    {step === 'summary' && <SummaryStep {...given} keys={keys} go={go} />}
                </div>
                <div className={classes.buttons}>
                    {before && (
                        <Button
                            type="button"
                            variant="default"
                            onClick={() => go(before)}
                            disabled={busy}
                        >
                            {words.back}
                        </Button>
                    )}
                    <Button
                        type="submit"
                        loading={busy && step !== 'keys'}
                        disabled={blocked && step === 'email'}
                        aria-disabled={busy}
                    >
                        {step === 'summary'
                            ? words.summary.submit
                            : busy && step === 'keys'
                              ? words.checking
                              : words.next}
                    </Button>
                </div>
            </form>
        </div>
    );
}
