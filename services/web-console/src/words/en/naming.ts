/** Changing a name in place. */
export const naming = {
    rename: 'Rename',
    renameOf: (name: string) => `Rename ${name}`,
    save: 'Save the name',
    cancel: 'Keep the old name',
    empty: 'Give it a name of at least one character.',
    long: (length: number) => `At most 64 characters; these are ${length}.`,
    control: 'Line breaks, tabs and other control characters cannot be part of a name.',
    renamed: (name: string) => `Renamed to ${name}`,
};
