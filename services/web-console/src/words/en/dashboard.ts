/** The words of src/pages/dashboard. */
export const dashboard = {
    title: 'Dashboard',
};
