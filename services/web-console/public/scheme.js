// Before the first paint: the colours that were chosen on this device, or the device's own.
(function () {
    var chosen = 'auto';
    try {
        chosen = localStorage.getItem('sequence-colours') || 'auto';
    } catch (refused) {
        // A browser that keeps nothing shows the device's own colours.
    }
    var dark =
        chosen === 'dark' ||
        (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
