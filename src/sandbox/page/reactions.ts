import { html } from 'hono/html';
import type { ShownMessage } from '../slack/screen.ts';
import { attributes } from './attributes.ts';
import { emojiName, emojiSign, OFFERED } from './emoji.ts';
import type { Html, Reader } from './reader.ts';
import { pageWords } from './words.ts';

/** The emoji on a message: how many people put each there, and one's own pressed. */
export function reactions(
  { reactions: put }: ShownMessage,
  { reader, takesEmoji }: { readonly reader: Reader; readonly takesEmoji: boolean },
): Html {
  const words = pageWords.reactions;
  return html`<ul class="reactions" aria-label="${words.label}">
    ${put.map(({ name, users }) => {
      const people = users.map((id) => reader.nameOf(id) ?? pageWords.message.unknownPerson);
      const title = words.put(emojiName(name), people);
      const own = attributes({
        type: 'button',
        'data-react': name,
        disabled: !takesEmoji,
        'aria-pressed': String(users.includes(reader.id)),
        // What is seen is said too, so that speech control finds it.
        'aria-label': `${users.length}, ${title}`,
        title,
      });
      return html`<li><button${own}>${emojiSign(name)} <span>${users.length}</span></button></li>`;
    })}
  </ul>`;
}

/** A row of emoji to put on a message, in its menu. */
export function reactionChoices(): Html {
  const words = pageWords.reactions;
  return html`<li>
    <div class="emoji" role="group" aria-label="${words.choose}">
      ${OFFERED.map((name) => {
        const label = words.putOne(emojiName(name));
        const own = attributes({
          type: 'button',
          'data-react': name,
          'aria-label': label,
          title: label,
        });
        return html`<button${own}>${emojiSign(name)}</button>`;
      })}
    </div>
  </li>`;
}
