import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { createQueries } from '../api/queries';
import { session } from '../api/session';
import { en, WordsContext } from '../words';
import { router } from './routes';
import { colourKeeper } from './scheme';
import { theme } from './theme';

const colours = colourKeeper();
const queries = createQueries();

// Answers belong to the one who asked: before anybody else sees a page they are forgotten.
let account: string | null = null;
session.subscribe(() => {
    const state = session.state();
    if (state.kind === 'out' && state.why === 'left') queries.clear();
    if (state.kind !== 'in') return;
    if (account !== null && account !== state.account) queries.clear();
    account = state.account;
});

/** The console: everything that pages stand on. */
export function App() {
    return (
        // No style elements: the variables are in variables.css, and classes in CSS modules.
        <MantineProvider
            theme={theme}
            defaultColorScheme="auto"
            colorSchemeManager={colours}
            withCssVariables={false}
            withGlobalClasses={false}
        >
            <WordsContext value={en}>
                <QueryClientProvider client={queries}>
                    <RouterProvider router={router} />
                </QueryClientProvider>
            </WordsContext>
        </MantineProvider>
    );
}
