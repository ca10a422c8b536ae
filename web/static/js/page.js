// What every page shares: theme, menus, dialogs, print, and the keys of keyboard.js.
import { listen } from './keyboard.js';

const root = document.documentElement;

export function flipTheme() {
  root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem('onrecord-theme', root.dataset.theme);
  } catch { /* storage is off: the choice lasts as long as the page */ }
  document.dispatchEvent(new CustomEvent('themechange'));
}

function closeMenus(target) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    const chosen = target.closest('.menu-in button, .menu-in a');
    if (!menu.contains(target) || chosen) menu.open = false;
  }
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest('[data-theme-toggle]')) flipTheme();
  if (target.closest('[data-print]')) print();
  const opener = target.closest('[data-open]');
  if (opener) document.getElementById(opener.dataset.open).showModal();
  if (target.closest('[data-close]')) target.closest('dialog').close();
  if (target.tagName === 'DIALOG') target.close(); // a click on the backdrop
  closeMenus(target);
});

// Buttons that need this script are hidden until it runs.
document.querySelectorAll('.masthead-tools [hidden], [data-needs-script]').forEach((button) => {
  button.hidden = false;
});
listen({ t: flipTheme });
