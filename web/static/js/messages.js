// Says something briefly, to eye and to screen reader. `undo` adds a button.
const toast = document.querySelector('.toast');
let timer;

export function say(text, undo) {
  toast.textContent = text;
  if (undo) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Undo';
    button.addEventListener('click', () => { toast.textContent = ''; undo(); });
    toast.append(button);
  }
  clearTimeout(timer);
  timer = setTimeout(() => { toast.textContent = ''; }, 6000);
}
