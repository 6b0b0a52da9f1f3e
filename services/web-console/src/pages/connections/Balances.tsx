import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { Connection, WalletBalance } from '../../api/types';
import { useWords } from '../../words';
import { isZero, showDecimal } from '../assets/decimals';
import classes from './Balances.module.css';

const SHORT = 3;

/** The few balances that say most: those that the bot trades from come first; zeros are left out. */
export function worthShowing(balances: readonly WalletBalance[]): WalletBalance[] {
    return balances
        .filter((one) => !isZero(one.total ?? ''))
        .toSorted(
            (a, b) =>
                Number(b.trades) - Number(a.trades) || (a.asset ?? '').localeCompare(b.asset ?? ''),
        );
}

/** A connection's balances, the first few of many. */
export function Balances({ connection }: { connection: Connection }) {
    const words = useWords().connections;
    const list = useId();
    const [all, setAll] = useState(false);
    const balances = worthShowing(connection.balances);
    if (balances.length === 0) {
        return connection.balances.length === 0 ? words.balancesUnread : words.balancesNone;
    }
    const shown = all ? balances : balances.slice(0, SHORT);
    const hidden = balances.length - SHORT;
    return (
        <div className={classes.balances}>
            <ul id={list} className={classes.list}>
                {shown.map((one) => (
                    <li key={`${one.wallet} ${one.asset}`}>
                        <span className={classes.amount}>{showDecimal(one.total ?? '')}</span>{' '}
                        <span className={classes.asset}>{one.asset}</span>
                        {all && <span className={classes.wallet}> {one.wallet}</span>}
                    </li>
                ))}
            </ul>
            {hidden > 0 && (
                <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-expanded={all}
                    aria-controls={list}
                    onClick={() => setAll(!all)}
                >
                    {all ? words.balancesLess : words.balancesMore(hidden)}
                </Button>
            )}
        </div>
    );
}
