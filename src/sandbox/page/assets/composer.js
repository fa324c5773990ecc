/** Typing messages and commands: the list of commands, Enter, and growing with the text. */
import { afterChange, ask, toast } from './talk.js';

let chosen = 0;

export function watchComposer() {
  document.addEventListener('input', ({ target }) => {
    if (!target.matches?.('.composer textarea')) return;
    grow(target);
    if (target.id === 'compose') narrow(target);
  });
  document.addEventListener('keydown', (event) => {
    if (event.target.matches?.('.composer textarea')) keys(event);
  });
  document.addEventListener('submit', (event) => {
    if (!event.target.matches?.('.composer')) return;
    event.preventDefault();
    void send(event.target);
  });
  document.addEventListener('pointerdown', (event) => {
    const option = event.target.closest?.('[data-command]');
    if (!option) return;
    event.preventDefault();
    take(option);
  });
  document.addEventListener('focusout', ({ target }) => {
    if (target.id === 'compose') hide();
  });
  afterChange(() => {
    const field = document.getElementById('compose');
    if (field && document.activeElement === field) narrow(field);
  });
}

function keys(event) {
  const { target: field, key } = event;
  const options = shownOptions();
  if (options.length > 0 && field.id === 'compose') {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) {
      event.preventDefault();
      choose((chosen + step + options.length) % options.length);
      return;
    }
    const isWhole = options[chosen]?.dataset.command === field.value.trim();
    if (key === 'Tab' || (key === 'Enter' && !isWhole)) {
      event.preventDefault();
      take(options[chosen]);
      return;
    }
    if (key === 'Escape') return hide();
  }
  if (key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    field.form.requestSubmit();
  }
}

async function send(form) {
  const field = form.querySelector('textarea');
  const text = field.value;
  if (text.trim() === '') return;
  if (field.dataset.inThread && text.trim().startsWith('/')) return toast(field.dataset.inThread);
  const [command] = text.trim().split(/\s/);
  if (command.startsWith('/') && !known().includes(command)) {
    return toast(document.body.dataset.unknownCommand.replace('%s', command));
  }
  hide();
  field.value = '';
  grow(field);
  const { channel, thread } = form.dataset;
  const isDone = await ask('type', { channel, text, ...(thread && { thread }) });
  if (!isDone && field.value === '') field.value = text;
}

function known() {
  return allOptions().map(({ dataset }) => dataset.command);
}

function allOptions() {
  return [...document.querySelectorAll('#commands [data-command]')];
}

function shownOptions() {
  const list = document.getElementById('commands');
  return !list || list.hidden ? [] : allOptions().filter(({ hidden }) => !hidden);
}

/** Shows the commands that begin with what is typed; none once its first word is whole. */
function narrow(field) {
  const list = document.getElementById('commands');
  if (!list) return;
  const typed = field.value;
  const isCommand = /^\/\S*$/.test(typed);
  for (const option of allOptions()) {
    option.hidden = !isCommand || !option.dataset.command.startsWith(typed.toLowerCase());
  }
  list.hidden = allOptions().every(({ hidden }) => hidden);
  if (list.hidden) field.removeAttribute('aria-activedescendant');
  else choose(Math.min(chosen, shownOptions().length - 1));
}

function choose(place) {
  chosen = place;
  const options = shownOptions();
  for (const [at, option] of options.entries()) {
    option.setAttribute('aria-selected', String(at === place));
  }
  const { id } = options[place] ?? {};
  if (id) document.getElementById('compose').setAttribute('aria-activedescendant', id);
}

function take(option) {
  const field = document.getElementById('compose');
  if (!option) return;
  field.value = `${option.dataset.command} `;
  chosen = 0;
  field.focus();
  narrow(field);
}

function hide() {
  const list = document.getElementById('commands');
  const field = document.getElementById('compose');
  if (!list || !field) return;
  list.hidden = true;
  chosen = 0;
  field.removeAttribute('aria-activedescendant');
}

function grow(field) {
  field.rows = Math.min(8, field.value.split('\n').length);
}
