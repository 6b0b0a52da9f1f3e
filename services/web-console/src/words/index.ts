import { createContext, use } from 'react';
import { access } from './en/access';
import { alerts } from './en/alerts';
import { assets } from './en/assets';
import { calendar, keyChanges } from './en/calendar';
import { connections } from './en/connections';
import { dashboard } from './en/dashboard';
import { faults } from './en/faults';
import { help } from './en/help';
import { naming } from './en/naming';
import { operator } from './en/operator';
import { settings } from './en/settings';
import { shell } from './en/shell';
import { submission } from './en/submission';

/** Every word of the console in English, area by area; another language has the same shape. */
export const en = {
    access,
    alerts,
    assets,
    calendar,
    connections,
    dashboard,
    faults,
    help,
    keyChanges,
    naming,
    operator,
    settings,
    shell,
    submission,
};

export type Words = typeof en;

export const WordsContext = createContext<Words>(en);

/** The words of the language in use. */
export function useWords(): Words {
    return use(WordsContext);
}

export { format } from './format';
