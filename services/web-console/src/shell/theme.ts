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

// Tinted like the brand; 5 and 6 are readable on white, 2 and 3 of the dark ones on dark.
const gray: MantineColorsTuple = [
    '#f6f8f7',
    '#eef2f0',
    '#e4e9e7',
    '#d6dddb',
    '#bec8c5',
    '#6b7673',
    '#5a6562',
    '#46504d',
    '#313a37',
    '#1d2422',
];

const dark: MantineColorsTuple = [
    '#e2e8e6',
    '#bcc6c3',
    '#9ba7a3',
    '#85918d',
    '#3a4441',
    '#2c3533',
    '#222a28',
    '#161b1a',
    '#121615',
    '#0d100f',
];

const red: MantineColorsTuple = [
    '#fdeeee',
    '#fbdada',
    '#f6b5b5',
    '#f29090',
    '#f07a7a',
    '#e04848',
    '#cf2e2e',
    '#c02626',
    '#a31f1f',
    '#841818',
];

const fonts =
    'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** How everything looks. Its variables lie in variables.css: a test writes and checks that file. */
export const theme = createTheme({
    primaryColor: 'brand',
    primaryShade: 7,
    colors: { brand, gray, dark, red },
    autoContrast: true,
    luminanceThreshold: 0.179,
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    fontFamily: fonts,
    fontFamilyMonospace:
        'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
    headings: { fontFamily: fonts, fontWeight: '650' },
    components: {
        // Colour alone does not tell a link from the text around it.
        Anchor: { defaultProps: { underline: 'always' } },
        // Locking the page's scrolling by script would need a style element; shell.css does it.
        Modal: { defaultProps: { lockScroll: false, centered: true } },
        Drawer: { defaultProps: { lockScroll: false } },
    },
});
