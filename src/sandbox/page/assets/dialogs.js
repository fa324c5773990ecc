/** The modal of the pretend Slack, and the small question before some clicks. */
import { enteredIn } from './fields.js';
import { afterChange, ask } from './talk.js';

let shownView;
let opener;
let wasSent = false;
let isClosing = false;

/** Shows the modal that the server has drawn, closes it where it has not, and moves the focus. */
function followModal() {
  const modal = document.getElementById('modal');
  const { view } = modal.dataset;
  if (view === undefined) {
    shownView = undefined;
    if (modal.open) {
      modal.close();
      giveFocusBack();
    }
    return;
  }
  if (!modal.open) {
    opener = describe(document.activeElement);
    modal.showModal();
  }
  const wrong = modal.querySelector('.wrong [data-block]');
  if (view !== shownView) focusFirst(modal);
  else if (wrong && wasSent) wrong.focus();
  if (wrong || view !== shownView) wasSent = false;
  shownView = view;
}

function focusFirst(modal) {
  const wanted =
    modal.querySelector('[data-focus]') ??
    modal.querySelector('.input input, .input textarea, .input select') ??
    modal.querySelector('footer .button:last-child');
  wanted.focus();
}

/** Where the focus was, in words that still hold after the page has changed. */
function describe(element) {
  if (!element || element === document.body) return undefined;
  const place = element.closest('[data-ts]')?.id;
  return { element, id: element.id, place, key: element.dataset.key };
}

function giveFocusBack() {
  const { element, id, place, key } = opener ?? {};
  const inPlace = place && document.getElementById(place);
  const again = inPlace && key && inPlace.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const candidates = [
    element?.isConnected && element.tagName !== 'DIALOG' ? element : undefined,
    id ? document.getElementById(id) : undefined,
    again,
    inPlace?.querySelector('button, a'),
    document.getElementById('compose'),
    document.getElementById('main'),
  ];
  candidates.find(Boolean)?.focus();
}

async function send(modal) {
  wasSent = true;
  const form = modal.querySelector('form');
  await ask('submit', { view: modal.dataset.view, values: enteredIn(form) });
}

/** Closes one view or all of them. A second Escape while the first is on its way is no other. */
async function close(which) {
  if (isClosing) return;
  isClosing = true;
  await ask('close', which);
  isClosing = false;
}

/** Wires the modal: Escape and Cancel close it, Enter in a field sends it. */
export function watchModal() {
  const modal = () => document.getElementById('modal');
  document.addEventListener('submit', (event) => {
    if (!modal().contains(event.target)) return;
    event.preventDefault();
    void send(modal());
  });
  document.addEventListener(
    'cancel',
    (event) => {
      if (event.target !== modal()) return;
      event.preventDefault();
      void close({ all: false });
    },
    true,
  );
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-close]');
    if (button) void close({ all: button.dataset.close === 'all' });
  });
  afterChange(followModal);
  followModal();
}

/** Asks before a click counts; answers whether it does. */
export function confirmed(text) {
  if (!text) return Promise.resolve(true);
  const { title, text: question, yes, no } = JSON.parse(text);
  const dialog = document.createElement('dialog');
  dialog.className = 'question';
  dialog.dataset.kept = '';
  dialog.setAttribute('aria-labelledby', 'question-title');
  const heading = Object.assign(document.createElement('h2'), {
    id: 'question-title',
    textContent: title,
  });
  const sentence = Object.assign(document.createElement('p'), { textContent: question });
  const row = Object.assign(document.createElement('footer'), {});
  const button = (words, value, className) =>
    Object.assign(document.createElement('button'), {
      textContent: words,
      value,
      className,
      type: 'button',
    });
  row.append(button(no || 'Cancel', 'no', 'button'), button(yes || 'OK', 'yes', 'button primary'));
  dialog.append(heading, sentence, row);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    row.addEventListener('click', ({ target }) => target.value && dialog.close(target.value));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
