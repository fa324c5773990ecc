import { html } from 'hono/html';
import type { Happening } from '../act.ts';
import type { Screen, ShownChannel } from '../slack/screen.ts';
import { pathOf } from './address.ts';
import { attributes } from './attributes.ts';
import { blocks } from './blocks.ts';
import { composer } from './composer.ts';
import { controls, strip, type Controls } from './controls.ts';
import { happenedPanel } from './happened.ts';
import { type Board, messageList } from './message.ts';
import { modalLayer } from './modal.ts';
import { icon } from './icon.ts';
import type { Html, Reader } from './reader.ts';
import { sidebar } from './sidebar.ts';
import { pageWords } from './words.ts';

/** All that the page is drawn from. */
export type Scene = Controls & {
  readonly screen: Screen;
  readonly reader: Reader;
  readonly team: string;
  readonly botId: string;
  readonly botName: string;
  /** True where people cannot write to the bot. */
  readonly isBotReadOnly: boolean;
  readonly happening: Happening | undefined;
  /** Changes with every new start, so that what a browser remembers is of one world. */
  readonly world: string;
};

/** Later ones win over earlier ones. */
const STYLES = ['base', 'forms', 'frame', 'blocks', 'narrow'];

/** The whole page, for one person, in one place. */
export function page(scene: Scene): Html {
  const { screen, address, showsHappened } = scene;
  const here = placeOf(scene);
  const title = pageWords.title(here.title, screen.user.realName);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        ${STYLES.map((name) => html`<link rel="stylesheet" href="/assets/${name}.css" />`)}
        <script src="/assets/first.js"></script>
        <script type="module" src="/assets/sandbox.js"></script>
      </head>
      <body${bodyAttributes(scene)}>
        <a class="skip" href="#main">${pageWords.skip}</a>
        ${controls(screen, scene)}
        <div id="app">
          ${sidebar(screen, scene)}
          <main id="main" tabindex="-1" aria-labelledby="place-title">
            ${strip(screen.user.realName)}${here.content}
          </main>
          ${address.thread !== undefined && thread(scene, address.thread)}
          ${showsHappened && happenedPanel(scene.happening, scene.reader)}
        </div>
        ${modalLayer(screen, scene.reader)}
        <div id="toasts" data-kept role="status" aria-live="polite"></div>
      </body>
    </html>`;
}

/** What the page's script needs to know of the window. */
function bodyAttributes({ address, showsHappened, world }: Scene): Html {
  const sides = [address.thread !== undefined && 'with-thread', showsHappened && 'with-happened'];
  return attributes({
    'data-handle': address.handle,
    'data-place': address.place,
    'data-world': world,
    'data-offline': pageWords.failure.offline,
    'data-unknown-command': pageWords.composer.unknownCommand('%s'),
    class: sides.filter(Boolean).join(' '),
  });
}

type Here = { readonly title: string; readonly content: Html };

function placeOf(scene: Scene): Here {
  const { screen, address } = scene;
  if (address.place === 'home') return home(scene);
  const channel = screen.channels.find(({ id }) => id === address.place);
  if (channel !== undefined) return channelPlace(scene, channel);
  return directPlace(scene);
}

function channelPlace(scene: Scene, channel: ShownChannel): Here {
  const { id, name, topic, memberCount, isPrivate, isArchived } = channel;
  const { channel: words } = pageWords;
  const sign = isPrivate ? `${name} (${pageWords.sidebar.private})` : `#${name}`;
  const content = html`<header class="place">
      <h1 id="place-title">${sign}</h1>
      <p>${topic}</p>
      <p class="count">${words.members(memberCount)}</p>
    </header>
    ${log(scene, words.beginning(name))}
    ${
      isArchived
        ? html`<p class="notice">${words.archived}</p>`
        : composer(scene.screen, { channel: id, name: sign })
    }`;
  return { title: sign, content };
}

function directPlace(scene: Scene): Here {
  const { screen, address, botId, isBotReadOnly } = scene;
  const dm = screen.dms.find(({ id }) => id === address.place);
  if (dm === undefined) {
    const title = pageWords.channel.nobody;
    return {
      title,
      content: html`<header class="place"><h1 id="place-title">${title}</h1></header>`,
    };
  }
  const name = dm.with.map(({ realName }) => realName).join(', ');
  const isBot = dm.with.some(({ id }) => id === botId);
  const content = html`<header class="place">
      <h1 id="place-title">${name}</h1>
      ${isBot && tabs(scene, 'messages')}
    </header>
    ${log(scene, pageWords.channel.beginningWith(name))}
    ${
      isBot && isBotReadOnly
        ? html`<p class="notice">${pageWords.composer.readOnly}</p>`
        : composer(screen, { channel: dm.id, name })
    }`;
  return { title: name, content };
}

function home(scene: Scene): Here {
  const { screen, reader, botName } = scene;
  const view = screen.home;
  const setting = {
    ...{ reader, prefix: view?.id ?? '', values: view?.values },
    errors: {},
    headingLevel: 2,
  } as const;
  const content = html`<header class="place">
      <h1 id="place-title">${botName}</h1>
      ${tabs(scene, 'home')}
    </header>
    <div class="home" data-in="home" tabindex="0" role="region" aria-label="${pageWords.home.home}">
      ${
        view === undefined
          ? html`<p class="hint">${pageWords.home.empty}</p>`
          : html`<div class="blocks">${blocks(view.blocks, setting)}</div>`
      }
    </div>`;
  return { title: botName, content };
}

function tabs({ screen, address, botId }: Scene, current: 'home' | 'messages'): Html {
  const own = screen.dms.find((dm) => dm.with.some(({ id }) => id === botId));
  const tab = (name: 'home' | 'messages', place: string): Html => {
    const href = pathOf({ handle: address.handle, place, thread: undefined });
    const aria = attributes({ href, 'aria-current': name === current ? 'page' : undefined });
    return html`<li><a${aria}>${pageWords.home[name]}</a></li>`;
  };
  return html`<ul class="tabs">
    ${tab('home', 'home')}${own !== undefined && tab('messages', own.id)}
  </ul>`;
}

function log(scene: Scene, beginning: string): Html {
  const { screen, address } = scene;
  const shown = [
    ...screen.messages(address.place),
    ...screen.ephemerals(address.place).filter(({ threadTs }) => threadTs === undefined),
  ].toSorted((one, other) => Number(one.ts) - Number(other.ts));
  return html`<div
    class="scroll"
    id="scroll"
    tabindex="0"
    role="log"
    aria-label="${pageWords.channel.messages}"
  >
    <p class="beginning">${beginning}</p>
    <ol class="messages">
      ${messageList(shown, boardOf(scene, false))}
    </ol>
  </div>`;
}

function thread(scene: Scene, ts: string): Html {
  const { screen, address } = scene;
  const { place } = address;
  const shown = [
    ...screen.thread(place, ts),
    ...screen.ephemerals(place).filter(({ threadTs }) => threadTs === ts),
  ].toSorted((one, other) => Number(one.ts) - Number(other.ts));
  const words = pageWords.thread;
  const list = messageList(shown, boardOf(scene, true));
  return html`<aside id="thread" aria-label="${words.title}">
    <header class="place">
      <h2>${words.title}</h2>
      <a
        class="plain"
        href="${pathOf({ ...address, thread: undefined })}"
        aria-label="${pageWords.close}"
        title="${pageWords.close}"
        >${icon('close')}</a
      >
    </header>
    <div class="scroll" tabindex="0" role="log" aria-label="${words.title}">
      ${
        shown.length === 0
          ? html`<p class="hint">${words.none}</p>`
          : html`<ol class="messages">
              ${list}
            </ol>`
      }
    </div>
    ${shown.length > 0 && composer(screen, { channel: place, name: words.title, thread: ts })}
  </aside>`;
}

function boardOf({ screen, reader, address }: Scene, isThread: boolean): Board {
  const shortcuts = screen.shortcuts.filter(({ type }) => type === 'message');
  const channel = screen.channels.find(({ id }) => id === address.place);
  // A direct message is not in the list of channels; it is open to both.
  const takesEmoji = channel === undefined || (channel.isMember && !channel.isArchived);
  return { reader, address, shortcuts, isThread, takesEmoji };
}
