// The list of all keys, and whether they do anything: who speaks to a machine, or types elsewhere, turns them off.
const KEPT = 'onrecord-keys';
const dialog = document.querySelector('#keys');
const button = document.querySelector('[data-keys-switch]');

export const areOn = () => localStorage.getItem(KEPT) !== 'off';
export const isOpen = () => dialog?.open === true;

/** Opens the list or closes it; the focus goes back to where it was. */
export function toggleKeys() {
  if (isOpen()) dialog.close();
  else dialog?.showModal();
}

function tell() {
  button?.setAttribute('aria-pressed', String(!areOn()));
  if (button) button.textContent = areOn() ? 'turn keys off' : 'turn keys on';
}

button?.addEventListener('click', () => {
  localStorage.setItem(KEPT, areOn() ? 'off' : 'on');
  tell();
});
document.querySelector('[data-keys]')?.addEventListener('click', toggleKeys);
tell();
