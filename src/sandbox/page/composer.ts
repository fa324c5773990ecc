import { html } from 'hono/html';
import type { Screen } from '../slack/screen.ts';
import { attributes } from './attributes.ts';
import { icon, iconButton } from './icon.ts';
import type { Html } from './reader.ts';
import { pageWords } from './words.ts';

const words = pageWords.composer;

/** Where a person types messages and commands. In a thread there are no commands, as in Slack. */
export function composer(
  screen: Screen,
  where: { readonly channel: string; readonly name: string; readonly thread?: string | undefined },
): Html {
  const isThread = where.thread !== undefined;
  const id = isThread ? 'reply' : 'compose';
  const label = isThread ? words.reply : words.message(where.name);
  const field = attributes({
    id,
    rows: 1,
    placeholder: label,
    'aria-label': label,
    autocomplete: 'off',
    'aria-describedby': isThread ? undefined : 'compose-hint',
    'aria-haspopup': isThread ? undefined : 'listbox',
    'aria-controls': isThread ? undefined : 'commands',
    'aria-autocomplete': isThread ? undefined : 'list',
    'data-in-thread': isThread ? words.inThread : undefined,
  });
  const form = attributes({
    class: 'composer',
    'data-channel': where.channel,
    'data-thread': where.thread,
  });
  return html`<form${form}>
    ${!isThread && commandList(screen)}
    <div class="typing">
      ${!isThread && shortcutMenu(screen)}
      <textarea${field}></textarea>
      ${iconButton('send', words.send, { type: 'submit', class: 'send' })}
    </div>
    ${!isThread && html`<p class="hint" id="compose-hint">${words.hint}</p>`}
  </form>`;
}

/** Shown while a line begins with a slash; the page's script narrows it down. */
function commandList({ commands }: Screen): Html {
  return html`<ul
    id="commands"
    class="commands"
    role="listbox"
    aria-label="${words.commands}"
    hidden
  >
    ${commands.map(
      (each, place) =>
        html`<li
          id="command-${place}"
          role="option"
          aria-selected="false"
          data-command="${each.command}"
        >
          <span class="name">${each.command}</span>
          <span class="usage">${each.usage_hint ?? ''}</span>
          <span class="about">${each.description}</span>
        </li>`,
    )}
  </ul>`;
}

function shortcutMenu({ shortcuts }: Screen): Html {
  const global = shortcuts.filter(({ type }) => type === 'global');
  if (global.length === 0) return html``;
  return html`<details class="menu up" id="shortcuts">
    <summary aria-label="${words.shortcuts}" title="${words.shortcuts}">${icon('plus')}</summary>
    <ul>
      ${global.map(
        (each) =>
          html`<li>
            <button type="button" data-shortcut="${each.callback_id}">
              ${each.name}<small>${each.description}</small>
            </button>
          </li>`,
      )}
    </ul>
  </details>`;
}
