import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueries } from '../api/queries';
import { en, WordsContext } from '../words';
import { router } from './routes';
import { colourKeeper } from './scheme';
import { theme } from './theme';

const colours = colourKeeper();

/** The console: everything that pages stand on. */
export function App() {
    const [queries] = useState(createQueries);
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
