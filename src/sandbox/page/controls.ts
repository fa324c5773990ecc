import { html } from 'hono/html';
import type { Screen } from '../slack/screen.ts';
import { type Address, asOther } from './address.ts';
import { attributes } from './attributes.ts';
import { avatar, mark } from './avatar.ts';
import { icon } from './icon.ts';
import type { Html } from './reader.ts';
import { clockMoment, moment } from './when.ts';
import { pageWords } from './words.ts';

const words = pageWords.controls;

/** Somebody whom the page lets you be. */
export type Person = {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly role: string;
};

export type Controls = {
  readonly address: Address;
  readonly people: readonly Person[];
  readonly nextDeadline: number | null;
  /** The zone of the clock on the page: that of the co-op, whoever looks at it. */
  readonly zone: string;
  readonly showsHappened: boolean;
};

/** The bar above the pretend Slack: who you are, what time it is, and beginning anew. */
export function controls(screen: Screen, given: Controls): Html {
  const { address, people, showsHappened } = given;
  return html`<header id="controls" aria-label="${words.label}">
    <button
      type="button"
      class="plain drawer"
      data-drawer
      aria-expanded="false"
      aria-controls="sidebar"
    >
      ${icon('menu')}<span class="unseen">${pageWords.openNavigation}</span>
    </button>
    <a class="product" href="/" aria-label="${pageWords.name} ${pageWords.sandbox}"
      >${mark()}<span>${pageWords.name}</span> <small>${pageWords.sandbox}</small></a
    >
    ${youAre(screen, address, people)} ${clock(screen, given)}
    <div class="extras">
      <button type="button" class="button small" data-happened aria-pressed="${showsHappened}">
        <span class="long">${words.happened}</span><span class="short">${words.happenedShort}</span>
      </button>
      <button
        type="button"
        class="button small"
        data-theme-switch
        aria-label="${words.theme}"
        title="${words.theme}"
      >
        ${icon('theme')}
      </button>
      <button
        type="button"
        class="button small"
        data-start-over="${words.startOverSure}"
        aria-label="${words.startOver}"
        title="${words.startOver}"
      >
        ${icon('restart')}<span class="long wide">${words.startOver}</span>
      </button>
    </div>
  </header>`;
}

function youAre(screen: Screen, address: Address, people: readonly Person[]): Html {
  const { id, realName } = screen.user;
  return html`<details class="menu you" id="you">
    <summary class="button small">
      <span class="lead">${words.youAre}</span>
      ${avatar({ id, name: realName, isApp: false })}<strong>${realName}</strong>
    </summary>
    <ul>
      ${people.map((person) => {
        const own = attributes({
          href: asOther(address, person.handle),
          'aria-current': person.id === id ? 'true' : undefined,
        });
        const name = words.otherWindow(person.name);
        const other = attributes({
          ...{ class: 'window', target: '_blank', href: asOther(address, person.handle) },
          ...{ 'aria-label': name, title: name },
        });
        const about = html`<span
          ><strong>${person.name}</strong><small>${person.role}</small></span
        >`;
        return html`<li class="pair">
          <a${own}>${avatar({ ...person, isApp: false })}${about}</a>
          <a${other}>${icon('window')}</a>
        </li>`;
      })}
    </ul>
  </details>`;
}

function clock({ now }: Screen, { nextDeadline, zone }: Controls): Html {
  const when = nextDeadline === null ? undefined : moment(nextDeadline, { zone });
  const deadline = attributes({
    class: 'button small',
    'data-move': 'deadline',
    disabled: when === undefined,
    title: when === undefined ? words.noDeadline : words.deadlineAt(when),
  });
  return html`<div class="clock" role="group" aria-label="${words.clock}">
    <time id="clock" datetime="${new Date(now).toISOString()}">${clockMoment(now, zone)}</time>
    <button type="button" class="button small" data-move="hour">${words.hour}</button>
    <button type="button" class="button small" data-move="day">${words.day}</button>
    <button type="button" ${deadline}>
      <span class="long wide">${words.toThe} </span>${words.deadline}
    </button>
  </div>`;
}

/** Three lines for a first visit; the page's script takes them away for good once they are read. */
export function strip(name: string): Html {
  const { hello, tries, gotIt, label } = pageWords.strip;
  return html`<section id="strip" aria-label="${label}">
    <p>${hello(name)}</p>
    <ol>
      ${tries.map((line) => html`<li>${emphasised(line)}</li>`)}
    </ol>
    <button type="button" class="button small" data-got-it>${gotIt}</button>
  </section>`;
}

function emphasised(line: string): Html {
  const parts = line.split('**');
  return html`${parts.map((part, place) =>
    place % 2 === 1 ? html`<strong>${part}</strong>` : part,
  )}`;
}
