/** Remembers in the browser how far each person has read each place, and marks what is new. */
import { afterChange } from './talk.js';

export function watchUnread() {
  afterChange(markUnread);
  document.addEventListener('visibilitychange', markUnread);
  markUnread();
}

function markUnread() {
  const { world, handle } = document.body.dataset;
  const key = `read:${world}:${handle}`;
  const known = read(key);
  const isFirst = known === null;
  const seen = known ?? {};
  for (const link of document.querySelectorAll('#sidebar [data-latest]')) {
    const { place, latest } = link.dataset;
    const isHere = link.hasAttribute('aria-current') && document.visibilityState === 'visible';
    if (isFirst || isHere) seen[place] = latest;
    const isNew = Number(latest) > Number(seen[place] ?? 0);
    link.classList.toggle('unread', isNew);
    link.querySelector('.new').hidden = !isNew;
  }
  write(key, seen);
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function write(key, seen) {
  try {
    localStorage.setItem(key, JSON.stringify(seen));
  } catch {
    // Without storage nothing is marked after a reload; nothing else is lost.
  }
}
