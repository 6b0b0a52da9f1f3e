/** The words of src/pages/connections. */
export const connections = {
    title: 'API Connect',
};
