/** The words of src/pages/help. */
export const help = {
    title: 'Help',
};
