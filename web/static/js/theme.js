// Runs before the page is painted, so that the chosen theme does not flash. A classic script for
// that reason; the button that changes the theme is in page.js.
(function () {
  'use strict';
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  function kept() {
    try {
      return localStorage.getItem('onrecord-theme');
    } catch {
      return null; // storage is off
    }
  }
  function follow() { root.dataset.theme = kept() || (dark.matches ? 'dark' : 'light'); }
  follow();
  dark.addEventListener('change', () => {
    follow();
    document.dispatchEvent(new CustomEvent('themechange'));
  });
})();
