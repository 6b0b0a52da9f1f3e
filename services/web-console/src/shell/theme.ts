import { createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

const brand: MantineColorsTuple = [
    '#e9f8f5',
    '#d3efe9',
    '#a5dfd3',
    '#74cebb',
    '#4cbfa8',
    '#2fa892',
    '#15907b',
    '#0b7a6b',
    '#086357',
    '#044a41',
];

const fonts =
    'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** How everything looks. Its variables lie in variables.css: a test writes and checks that file. */
export const theme = createTheme({
    primaryColor: 'brand',
    primaryShade: { light: 7, dark: 5 },
    colors: { brand },
    autoContrast: true,
    luminanceThreshold: 0.35,
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    fontFamily: fonts,
    fontFamilyMonospace:
        'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
    headings: { fontFamily: fonts, fontWeight: '650' },
    components: {
        // Locking the page's scrolling by script would need a style element; shell.css does it.
        Modal: { defaultProps: { lockScroll: false, centered: true } },
        Drawer: { defaultProps: { lockScroll: false } },
    },
});
