import { html } from 'hono/html';
import type { Screen } from '../slack/screen.ts';
import { attributes } from './attributes.ts';
import { blocks } from './blocks.ts';
import { iconButton } from './icon.ts';
import type { Html, Reader } from './reader.ts';
import { pageWords } from './words.ts';

/**
 * The modal on top, in a dialog that is always there: the page's script shows it where there is
 * something in it, so that the browser itself keeps the focus inside and gives it back.
 */
export function modalLayer({ modals }: Screen, reader: Reader): Html {
  const view = modals.at(-1);
  if (view === undefined) return html`<dialog id="modal"></dialog>`;
  const isStacked = modals.length > 1;
  const own = attributes({
    id: 'modal',
    class: isStacked ? `stacked depth-${modals.length}` : undefined,
    'aria-labelledby': 'modal-title',
    'data-in': 'modal',
    'data-view': view.id,
  });
  const setting = {
    ...{ reader, prefix: view.id, values: view.values, errors: view.errors },
    headingLevel: 3,
  } as const;
  return html`<dialog${own}>
    <form id="form-${view.id}" class="view" novalidate>
      <header>
        ${isStacked && iconButton('back', pageWords.back, { class: 'plain', 'data-close': 'one' })}
        <h2 id="modal-title" tabindex="-1">${view.title}</h2>
        ${iconButton('close', pageWords.close, { class: 'plain', 'data-close': 'all' })}
      </header>
      <div class="blocks" tabindex="-1">${blocks(view.blocks, setting)}</div>
      <footer>
        <button type="button" class="button" data-close="one">${view.close}</button>
        ${
          view.submit !== undefined &&
          html`<button type="submit" class="button primary">${view.submit}</button>`
        }
      </footer>
    </form>
  </dialog>`;
}
