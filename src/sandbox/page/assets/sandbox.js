/** The page's own behaviour. What it shows comes from the server alone; see src/sandbox/page. */
import { watchComposer } from './composer.js';
import { confirmed, watchModal } from './dialogs.js';
import { continueList, entered, enteredIn, mark } from './fields.js';
import { afterChange, ask, listen, refresh, visit } from './talk.js';
import { watchUnread } from './unread.js';

let stopListening = listen();
let shownPlace;
let wasAtEnd = true;
let heir;

watchModal();
watchComposer();
watchUnread();
watchClicks();
watchFields();
watchPlaces();
watchHeir();
keepAtTheEnd();
findMessage();
document.documentElement.dataset.ready = 'true';

/** Where an element stands: in which message, modal or Home. */
function placeOf(element) {
  const { in: where, channel, ts, view } = element.closest('[data-in]').dataset;
  const form = element.closest('dialog form');
  return { in: where, channel, ts, view, ...(form && { values: enteredIn(form) }) };
}

async function press(button) {
  if (!(await confirmed(button.dataset.confirm))) return;
  const { block, action, choose, value } = button.dataset;
  const chosen = choose === undefined ? {} : { chosen: { type: 'overflow', value: choose } };
  const label = button.textContent.trim().slice(0, 100);
  await ask('click', { ...placeOf(button), block, action, value, label, ...chosen });
}

function watchClicks() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('button, a, [data-click]');
    closeMenus(event.target);
    if (!button) return;
    const { dataset } = button;
    const message = button.closest('[data-ts]')?.dataset;
    if (dataset.click !== undefined) void press(button);
    else if (dataset.shortcut) void ask('shortcut', { id: dataset.shortcut });
    else if (dataset.messageShortcut) {
      const { channel, ts } = message;
      void ask('message-shortcut', { id: dataset.messageShortcut, channel, ts });
    } else if (dataset.react) {
      const { channel, ts } = message;
      void ask('react', { emoji: dataset.react, channel, ts });
      heir = button.closest('.message').querySelector('.tools > summary');
    } else if (dataset.move) void ask('move', { to: dataset.move });
    else if (dataset.startOver) void startOver(dataset.startOver);
    else if (dataset.happened !== undefined) void switchHappened(button);
    else if (dataset.themeSwitch !== undefined) switchTheme();
    else if (dataset.gotIt !== undefined) hideStrip();
    else if (dataset.drawer !== undefined) switchDrawer(button);
    else if (dataset.mark) mark(document.getElementById(dataset.for), dataset.mark);
  });
}

/**
 * An emoji that is gone leaves the focus to its message's own menu, whenever the page shows that:
 * unless the person has gone on meanwhile.
 */
function watchHeir() {
  afterChange(() => {
    if (heir && document.activeElement === document.body) heir.focus();
  });
  for (const goesOn of ['focusin', 'pointerdown', 'keydown']) {
    document.addEventListener(goesOn, () => (heir = undefined), { capture: true });
  }
}

async function startOver(sure) {
  const words = JSON.stringify({
    title: 'Start over',
    text: sure,
    yes: 'Start over',
    no: 'Cancel',
  });
  if (await confirmed(words)) await ask('start-over');
}

async function switchHappened(button) {
  const isShown = button.getAttribute('aria-pressed') === 'true';
  const value = isShown ? 'hidden' : 'shown';
  document.cookie = `happened=${value}; path=/; samesite=strict; max-age=31536000`;
  await refresh();
}

function switchTheme() {
  const root = document.documentElement;
  const isDark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = isDark ? 'light' : 'dark';
  remember('theme', root.dataset.theme);
}

function hideStrip() {
  document.documentElement.dataset.strip = 'read';
  remember('strip', 'read');
  document.getElementById('main').focus();
}

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage it holds until the page is loaded again.
  }
}

function switchDrawer(button) {
  const isOpen = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(isOpen));
  document.getElementById('sidebar').classList.toggle('open', isOpen);
  if (isOpen) document.querySelector('#sidebar a')?.focus();
}

function closeDrawer() {
  const button = document.querySelector('[data-drawer]');
  button?.setAttribute('aria-expanded', 'false');
  document.getElementById('sidebar')?.classList.remove('open');
}

/** A menu closes when somebody clicks elsewhere, chooses in it, or presses Escape. */
function closeMenus(target) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    const isChoice = menu.contains(target) && target.closest?.('ul');
    if (!menu.contains(target) || isChoice) menu.open = false;
  }
  if (!target.closest?.('#sidebar, [data-drawer]')) closeDrawer();
}

function watchFields() {
  document.addEventListener('change', ({ target }) => {
    const field = target.closest?.('[data-dispatches]');
    if (field && !field.dataset.sendsOn) void dispatch(field);
  });
  document.addEventListener('input', ({ target }) => {
    if (target.dataset?.sendsOn === 'input') void dispatch(target);
  });
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (key === 'Escape') return escape(event);
    if (key !== 'Enter' || event.isComposing) return;
    if (target.dataset?.sendsOn === 'enter' && target.tagName === 'INPUT') {
      event.preventDefault();
      void dispatch(target);
    } else if (target.dataset?.type === 'rich_text_input' && !event.shiftKey) {
      if (continueList(target)) event.preventDefault();
    }
  });
}

async function dispatch(field) {
  const { block, action } = field.dataset;
  await ask('click', { ...placeOf(field), block, action, label: action, chosen: entered(field) });
}

function escape(event) {
  const menu = event.target.closest?.('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
    event.preventDefault();
  } else if (document.querySelector('#sidebar.open')) {
    closeDrawer();
    document.querySelector('[data-drawer]').focus();
  }
}

/** Links within the page change it in place; the address and the way back stay right. */
function watchPlaces() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="/"]');
    if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void go(link.href);
  });
  addEventListener('popstate', () => void go(location.href, { isBack: true }));
}

async function go(href, { isBack = false } = {}) {
  const before = document.body.dataset.handle;
  const hadThread = document.body.classList.contains('with-thread');
  if (!isBack) history.pushState(null, '', href);
  await visit(href);
  const { handle, place } = document.body.dataset;
  if (handle !== before) {
    stopListening();
    stopListening = listen();
  }
  const hasThread = document.body.classList.contains('with-thread');
  const target =
    hasThread && !hadThread ? document.querySelector('#reply') : document.getElementById('main');
  target?.focus({ preventScroll: true });
  if (shownPlace !== `${handle}/${place}`) toEnd();
  findMessage();
}

/** Brings the message that the address names into view. */
function findMessage() {
  const message = document.getElementById(location.hash.slice(1));
  if (!message?.matches('.message')) return;
  message.scrollIntoView({ block: 'start' });
  message.classList.add('found');
}

/** New messages come into view, unless somebody has scrolled up to read. */
function keepAtTheEnd() {
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (target.id === 'scroll') wasAtEnd = isAtEnd(target);
    },
    true,
  );
  afterChange(() => {
    const { handle, place } = document.body.dataset;
    if (wasAtEnd || shownPlace !== `${handle}/${place}`) toEnd();
    for (const list of document.querySelectorAll('#thread .scroll'))
      list.scrollTop = list.scrollHeight;
  });
  toEnd();
}

function isAtEnd({ scrollTop, clientHeight, scrollHeight }) {
  return scrollTop + clientHeight > scrollHeight - 60;
}

function toEnd() {
  const { handle, place } = document.body.dataset;
  shownPlace = `${handle}/${place}`;
  const list = document.getElementById('scroll');
  if (list) list.scrollTop = list.scrollHeight;
  wasAtEnd = true;
}
