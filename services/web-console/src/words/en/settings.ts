/** The words of src/pages/settings. */
export const settings = {
    title: 'Settings',
};
