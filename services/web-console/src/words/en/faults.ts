/** The words of src/pages/faults. */
export const faults = {
    title: 'Faults',
};
