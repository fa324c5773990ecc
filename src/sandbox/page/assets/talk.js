/** Talks to the sandbox: does what somebody asked for, and shows what has changed since. */
import { morph } from './morph.js';

const listeners = [];
let asked = 0;
let planned;

/** Calls `listener` after each change of the page. */
export function afterChange(listener) {
  listeners.push(listener);
}

/** Shows this window as it is now. What was asked for earlier and comes later is dropped. */
export async function refresh() {
  await show(location.href, { isVisit: false });
}

/** Goes to another place without a flash. */
export async function visit(href) {
  await show(href, { isVisit: true });
}

/** Several changes within a moment are shown at once. */
export function refreshSoon() {
  clearTimeout(planned);
  planned = setTimeout(() => void refresh(), 40);
}

async function show(href, { isVisit }) {
  asked += 1;
  const mine = asked;
  const response = await fetch(href, { headers: isVisit ? {} : { 'x-refresh': '1' } }).catch(
    () => null,
  );
  if (mine !== asked) return;
  if (response === null) return toast(document.body.dataset.offline);
  const html = await response.text();
  if (mine !== asked) return;
  const wanted = new DOMParser().parseFromString(html, 'text/html');
  document.title = wanted.title;
  morph(document.body, wanted.body);
  for (const listener of listeners) listener();
}

/** Asks the sandbox to do something, and says aloud what came of it. */
export async function ask(name, body = {}) {
  const path = `/${encodeURIComponent(document.body.dataset.handle)}/act/${name}`;
  document.body.dataset.busy = String(Number(document.body.dataset.busy ?? 0) + 1);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { toast: sentence = '' } = await response.json().catch(() => ({}));
    if (sentence) toast(sentence);
    await refresh();
    return response.ok;
  } catch {
    toast(document.body.dataset.offline);
    return false;
  } finally {
    document.body.dataset.busy = String(Number(document.body.dataset.busy ?? 1) - 1);
  }
}

const TOAST_MS = 6000;

/** Shows a sentence for a moment, and to screen readers. */
export function toast(sentence) {
  const list = document.getElementById('toasts');
  if (!list || !sentence) return;
  const shown = document.createElement('p');
  shown.textContent = sentence;
  list.append(shown);
  setTimeout(() => shown.remove(), TOAST_MS);
}

/** Listens for changes that others make, and for the clock. */
export function listen() {
  const { handle } = document.body.dataset;
  const source = new EventSource(`/${encodeURIComponent(handle)}/live`);
  source.addEventListener('changed', refreshSoon);
  // What has changed before this window listened, or while the line was cut, is fetched now.
  source.addEventListener('open', refreshSoon);
  return () => source.close();
}
