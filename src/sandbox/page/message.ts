import { html } from 'hono/html';
import type { ShownMessage } from '../slack/screen.ts';
import type { ManifestShortcut } from '../slack/world.ts';
import { type Address, pathOf } from './address.ts';
import { attributes } from './attributes.ts';
import { avatar } from './avatar.ts';
import { blocks } from './blocks.ts';
import { mrkdwn } from './mrkdwn.ts';
import { icon } from './icon.ts';
import type { Html, Reader } from './reader.ts';
import { reactionChoices, reactions } from './reactions.ts';
import { clockTime, dayHeading, moment } from './when.ts';
import { pageWords } from './words.ts';

/** What drawing messages takes beside the messages. */
export type Board = {
  readonly reader: Reader;
  readonly address: Address;
  /** The message shortcuts of the app. */
  readonly shortcuts: readonly ManifestShortcut[];
  readonly isThread: boolean;
  /** Whether the person may put an emoji here. */
  readonly takesEmoji: boolean;
};

/** The messages of a channel or thread, the oldest first, with a line where a day begins. */
export function messageList(messages: readonly ShownMessage[], board: Board): Html {
  return html`${messages.map((message, place) => {
    const before = messages[place - 1];
    const day = dayHeading(instantOf(message), board.reader);
    const isNewDay = before === undefined || day !== dayHeading(instantOf(before), board.reader);
    return html`${
      isNewDay &&
      html`<li class="day" id="day-${side(board)}-${message.ts}"><span>${day}</span></li>`
    }
    ${one(message, { ...board, follows: !isNewDay && follows(message, before) })}`;
  })}`;
}

/** When a message was written, in epoch milliseconds. */
export function instantOf({ ts }: Pick<ShownMessage, 'ts'>): number {
  return Math.floor(Number(ts) * 1000);
}

const SAME_BREATH_MS = 5 * 60_000;

/** Several lines of one person in one breath share one name and picture. */
function follows(message: ShownMessage, before: ShownMessage | undefined): boolean {
  if (before === undefined || message.isApp || message.isEphemeral !== before.isEphemeral)
    return false;
  const isSoon = instantOf(message) - instantOf(before) < SAME_BREATH_MS;
  return isSoon && message.user?.id === before.user?.id;
}

function one(message: ShownMessage, board: Board & { readonly follows: boolean }): Html {
  const { reader } = board;
  const name = message.user?.realName ?? pageWords.message.unknownPerson;
  const { isApp, isEphemeral } = message;
  const picture = avatar({ id: message.user?.id ?? '', name, isApp });
  const at = instantOf(message);
  const own = attributes({
    id: `${side(board)}-${message.ts}`,
    class: ['message', isEphemeral && 'ephemeral', board.follows && 'follows']
      .filter(Boolean)
      .join(' '),
    'data-in': isEphemeral ? 'ephemeral' : 'message',
    'data-channel': message.channel,
    'data-ts': message.ts,
  });
  const time = html`<time
    class="at"
    datetime="${new Date(at).toISOString()}"
    title="${moment(at, reader)}"
    >${clockTime(at, reader)}</time
  >`;
  return html`<li${own}>
    ${board.follows ? html`<span class="gutter">${time}</span>` : picture}
    <div class="body">
      <div class="byline${board.follows ? ' hidden' : ''}">
        <span class="author">${name}</span>
        ${isApp && html`<span class="badge">${pageWords.message.app}</span>`}
        ${!board.follows && time}
      </div>
      ${isEphemeral && html`<p class="only-you">${icon('eye')}${pageWords.message.onlyYou}</p>`}
      ${!board.isThread && message.isBroadcast && fromThread(message, board)}
      ${content(message, board)}
      ${message.reactions.length > 0 && reactions(message, board)}
      ${message.isEdited && html`<span class="edited">${pageWords.message.edited}</span>`}
      ${!board.isThread && message.replyCount > 0 && replies(message, board)}
    </div>
    ${!isEphemeral && !message.isDeleted && tools(message, name, board)}
  </li>`;
}

function content(message: ShownMessage, { reader, isThread }: Board): Html {
  if (message.blocks.length === 0) {
    return html`<div class="text">${mrkdwn(message.text, reader)}</div>`;
  }
  const prefix = `${isThread ? 't' : 'm'}-${message.ts}`;
  const setting = { reader, prefix, values: undefined, errors: {} };
  return html`<div class="blocks${message.isApp ? ' card' : ''}">
    ${blocks(message.blocks, {
      ...setting,
      headingLevel: isThread ? 3 : 2,
    })}
  </div>`;
}

function replies({ ts, replyCount }: ShownMessage, { address }: Board): Html {
  const path = pathOf({ ...address, thread: ts });
  return html`<a class="replies" href="${path}">${pageWords.message.replies(replyCount)}</a>`;
}

/** A reply that stands in the channel too leads to the thread that it belongs to. */
function fromThread({ threadTs }: ShownMessage, { address }: Board): Html {
  const path = pathOf({ ...address, thread: threadTs });
  return html`<a class="replies" href="${path}">${pageWords.message.fromThread}</a>`;
}

function tools(message: ShownMessage, name: string, board: Board): Html {
  const label = pageWords.message.actionsFor(name);
  const path = pathOf({ ...board.address, thread: message.threadTs ?? message.ts });
  return html`<details class="menu tools" id="tools-${side(board)}-${message.ts}">
    <summary aria-label="${label}" title="${label}">${icon('more')}</summary>
    <ul>
      ${board.takesEmoji && reactionChoices()}
      ${!board.isThread && html`<li><a href="${path}">${pageWords.message.reply}</a></li>`}
      ${board.shortcuts.map(
        (each) =>
          html`<li>
            <button type="button" data-message-shortcut="${each.callback_id}">
              ${each.name}<small>${each.description}</small>
            </button>
          </li>`,
      )}
    </ul>
  </details>`;
}

function side({ isThread }: Pick<Board, 'isThread'>): string {
  return isThread ? 't' : 'm';
}
