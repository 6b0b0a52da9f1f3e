import { Checkbox, Text } from '@mantine/core';
import { format, useWords } from '../../../words';
import { subjectOf } from '../logic/answers';
import type { StepGiven } from '../Wizard';
import classes from './steps.module.css';

/** That the account holds what the strategy needs. */
export function FundedStep({ answers, set, facts, wrong }: StepGiven) {
    const words = useWords().submission;
    const { strategy, venue } = subjectOf(answers, facts);
    const amount = format.decimal(strategy?.minimum_balance ?? '');
    const asset = strategy?.base_asset ?? '';
    return (
        <>
            <Text>
                {answers.type === 'refresh' ? words.funded.introRefresh : words.funded.introAdd}
            </Text>
            <div className={classes.amount}>
                <span className={classes.amountTitle}>{words.funded.required}</span>
                <strong className={classes.amountValue}>
                    {words.funded.amount(amount, asset)}
                </strong>
                <span>{words.funded.where(asset, venue?.name ?? '')}</span>
            </div>
            <Checkbox
                id="funded"
                label={words.funded.confirm(amount, asset)}
                checked={answers.funded}
                error={wrong.has('funded') ? words.problems.funded : undefined}
                onChange={(event) => set({ funded: event.currentTarget.checked })}
                size="md"
            />
            <ul className={classes.list}>
                {words.funded.rules.map((rule) => (
                    <li key={rule}>{rule}</li>
                ))}
            </ul>
        </>
    );
}
