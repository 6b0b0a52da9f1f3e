/** The words of src/pages/assets. */
export const assets = {
    title: 'Assets',
};
