/** The words of src/pages/operator. */
export const operator = {
    title: 'Operator',
};
