import { IconCheck, IconPoint } from '@tabler/icons-react';
import { useWords } from '../../words';
import classes from './PasswordRules.module.css';
import { lengthOf, SHORTEST } from './rules';

/** What a password must be, beside the field that it is typed into. */
export function PasswordRules({ id, password }: { id: string; password: string }) {
    const words = useWords().access;
    const long = lengthOf(password) >= SHORTEST;
    const Icon = long ? IconCheck : IconPoint;
    return (
        <div id={id} className={classes.rules}>
            <span>{words.rules}</span>
            <ul>
                <li data-met={long || undefined}>
                    <Icon size={16} aria-hidden /> {words.ruleLength(SHORTEST)}
                </li>
                <li>
                    <IconPoint size={16} aria-hidden /> {words.ruleCommon}
                </li>
            </ul>
            <span>{words.ruleHint}</span>
        </div>
    );
}
