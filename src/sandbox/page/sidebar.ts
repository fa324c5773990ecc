import { html } from 'hono/html';
import type { Screen, ShownChannel, ShownDirectMessage } from '../slack/screen.ts';
import { type Address, pathOf } from './address.ts';
import { attributes } from './attributes.ts';
import { avatar } from './avatar.ts';
import { icon } from './icon.ts';
import type { Html } from './reader.ts';
import { pageWords } from './words.ts';

const words = pageWords.sidebar;

export type Workplace = {
  readonly address: Address;
  readonly team: string;
  readonly botId: string;
};

/** What of the workspace a person can go to: their channels, messages, and the app. */
export function sidebar(screen: Screen, workplace: Workplace): Html {
  const { address, team, botId } = workplace;
  const joined = screen.channels.filter(({ isMember, id }) => isMember || id === address.place);
  const people = screen.dms.filter((dm) => dm.with.every(({ id }) => id !== botId));
  const entries = (list: readonly Entry[]): Html[] =>
    list.map((each) => entry(screen, address, each));
  return html`<nav id="sidebar" aria-label="${pageWords.navigation}">
    <p class="team">${team}</p>
    <h2>${words.channels}</h2>
    <ul>
      ${entries(joined.map(channelEntry))}
    </ul>
    ${people.length > 0 && html`<h2>${words.directMessages}</h2>`}
    <ul>
      ${entries(people.map(personEntry))}
    </ul>
    <h2>${words.apps}</h2>
    <ul>
      ${entries([appEntry(screen, botId)])}
    </ul>
  </nav>`;
}

function channelEntry({ id, name, isPrivate }: ShownChannel): Entry {
  const sign = isPrivate ? icon('lock') : '#';
  const picture = html`<span class="sign" aria-hidden="true">${sign}</span>`;
  return { place: id, picture, name, more: isPrivate ? words.private : undefined };
}

function personEntry(dm: ShownDirectMessage): Entry {
  const name = dm.with.map(({ realName }) => realName).join(', ');
  const picture = avatar({ id: dm.with[0]?.id ?? dm.id, name, isApp: false });
  return { place: dm.id, picture, name, more: undefined };
}

function appEntry({ dms }: Screen, botId: string): Entry {
  const own = dms.find((dm) => dm.with.some(({ id }) => id === botId));
  const name = own?.with.find(({ id }) => id === botId)?.realName ?? pageWords.name;
  const picture = avatar({ id: botId, name, isApp: true });
  return { place: 'home', picture, name, more: undefined, alsoAt: own?.id };
}

type Entry = {
  readonly place: string;
  readonly picture: Html;
  readonly name: string;
  readonly more: string | undefined;
  /** A second place that is shown under the same entry: the messages of the app. */
  readonly alsoAt?: string | undefined;
};

function entry(screen: Screen, address: Address, given: Entry): Html {
  const { place, picture, name, more, alsoAt } = given;
  const isHere = address.place === place || address.place === alsoAt;
  const link = attributes({
    href: pathOf({ handle: address.handle, place, thread: undefined }),
    'aria-current': isHere ? 'page' : undefined,
    'data-place': alsoAt ?? place,
    'data-latest': latest(screen, alsoAt ?? place),
  });
  return html`<li id="to-${place}"><a${link}>${picture}<span class="name">${name}</span>${
    more && html`<span class="unseen"> (${more})</span>`
  }<span class="new" hidden>${words.unread}</span></a></li>`;
}

/** The time of the newest message that somebody else wrote there: what is unread goes by it. */
function latest(screen: Screen, place: string): string | undefined {
  const all = [...screen.messages(place), ...screen.ephemerals(place)];
  const others = all.filter((message) => message.user?.id !== screen.user.id);
  return others
    .map(({ ts }) => ts)
    .toSorted((a, b) => Number(a) - Number(b))
    .at(-1);
}
