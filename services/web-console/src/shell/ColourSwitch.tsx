import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useWords } from '../words';

const NEXT = { auto: 'dark', dark: 'light', light: 'auto' } as const;
const ICONS = { auto: IconDeviceDesktop, dark: IconMoon, light: IconSun };

/** Goes through the colours: as the device has them, dark, light. */
export function ColourSwitch() {
    const words = useWords().shell;
    // Holding transitions back would take a style element, which the policy refuses.
    const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
    const Icon = ICONS[colorScheme];
    const label = words.coloursAre(words.colours[colorScheme]);
    return (
        <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={label}
            title={label}
            onClick={() => setColorScheme(NEXT[colorScheme])}
        >
            <Icon size={19} stroke={1.7} aria-hidden />
        </ActionIcon>
    );
}
