/** The words of src/pages/submission. */
export const submission = {
    title: 'Add strategy',
};
