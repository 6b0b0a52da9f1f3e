import {
    convertCssVariables,
    defaultCssVariablesResolver,
    DEFAULT_THEME,
    mergeMantineTheme,
} from '@mantine/core';
import { expect, it } from 'vitest';
import { theme } from './theme';

type Section = Record<string, string>;

function only(changed: Section, usual: Section): Section {
    return Object.fromEntries(
        Object.entries(changed).filter(([name, value]) => usual[name] !== value),
    );
}

// The content policy refuses style elements, so the theme's variables are a file: `npx vitest run -u
// theme` writes it anew after a change of the theme.
it('has its variables in a file', async () => {
    const ours = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
    const usual = defaultCssVariablesResolver(DEFAULT_THEME);
    const css = convertCssVariables({
        variables: only(ours.variables, usual.variables),
        light: only(ours.light, usual.light),
        dark: only(ours.dark, usual.dark),
    });
    const text = css.replaceAll('{', ' {\n').replaceAll(';', ';\n').replaceAll('}', '}\n');
    await expect(text).toMatchFileSnapshot('variables.css');
});
