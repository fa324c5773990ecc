import { html } from 'hono/html';
import type { Happening } from '../act.ts';
import { objectAt, objectsAt, textAt } from '../slack/json.ts';
import type { Stored } from '../stored.ts';
import { attributes } from './attributes.ts';
import type { Html, Reader } from './reader.ts';
import { moment } from './when.ts';
import { pageWords } from './words.ts';

const words = pageWords.happened;

/** The panel beside the pretend Slack: what the last act set off, from click to database. */
export function happenedPanel(happening: Happening | undefined, reader: Reader): Html {
  return html`<aside id="happened" aria-label="${words.title}" tabindex="0">
    <h2>${words.title}</h2>
    ${happening === undefined ? html`<p>${words.nothing}</p>` : told(happening, reader)}
  </aside>`;
}

function told(happening: Happening, reader: Reader): Html {
  const { act, rules } = happening;
  const who = act.who === null ? undefined : reader.nameOf(act.who);
  return html`<p class="act"><strong>${who ?? words.theClock}</strong> ${act.what}</p>
    <h3>${words.request}</h3>
    ${requests(happening)}
    <h3>${words.rule}</h3>
    ${
      rules.length === 0
        ? html`<p>${words.noRule}</p>`
        : rules.map(
            ({ section, title, text }) =>
              html`<details
                class="rule"
                id="rule-${section}"
                ${attributes({ open: rules.length === 1 })}
              >
                <summary><strong>${section}</strong> ${title}</summary>
                ${text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}
              </details>`,
          )
    }
    <h3>${words.stored}</h3>
    ${storedList(happening.stored, reader)}
    <h3>${words.sent}</h3>
    ${calls(happening)}
    <p class="hint">${words.whole}</p>`;
}

function requests({ deliveries, receipts }: Happening): Html {
  if (deliveries.length === 0) return html`<p>${words.noRequest}</p>`;
  return html`<ul>
    ${deliveries.map((delivery) => {
      const receipt = receipts.find(({ id }) => id === delivery.id);
      const answered = receipt && words.answered(receipt.outcome, receipt.tookMs);
      const about = subject(delivery.payload);
      return html`<li>
        <code>${delivery.name}</code>${about !== '' && html` <code>${about}</code>`}
        ${answered && html`<span class="hint">${answered}</span>`}
        ${raw(delivery.id, delivery.payload)}
      </li>`;
    })}
  </ul>`;
}

/** What a request is about, by the id that the bot goes by. */
function subject(payload: Parameters<typeof textAt>[0]): string {
  const [action] = objectsAt(payload, 'actions');
  return (
    textAt(action, 'action_id') ||
    textAt(objectAt(payload, 'view'), 'callback_id') ||
    textAt(payload, 'callback_id') ||
    `${textAt(payload, 'command')} ${textAt(payload, 'text')}`.trim() ||
    textAt(objectAt(payload, 'event'), 'type')
  );
}

function storedList(stored: readonly Stored[], reader: Reader): Html {
  if (stored.length === 0) return html`<p>${words.notStored}</p>`;
  return html`<ul>
    ${stored.map(({ title, event }, place) => {
      const by = event.by === null ? words.theClock : (reader.nameOf(event.by) ?? '');
      return html`<li>
        <code>${event.type}</code> ${title}
        <span class="hint">${by} · ${moment(event.at, reader)}</span
        >${raw(`stored-${place}-${event.at}`, event)}
      </li>`;
    })}
  </ul>`;
}

function calls({ calls }: Happening): Html {
  if (calls.length === 0) return html`<p>${words.notSent}</p>`;
  return html`<ul>
    ${calls.map((entry) => {
      const name = entry.kind === 'call' ? entry.method : 'response_url';
      const isOk = entry.answer?.['ok'] !== false;
      const failure = isOk ? '' : textAt(entry.answer, 'error');
      const text = textAt(entry.args, 'text');
      return html`<li>
        <code>${name}</code> ${text !== '' && html`<span class="excerpt">${excerpt(text)}</span>`}
        ${failure !== '' && html`<strong class="failure">${failure}</strong>`}
        ${raw(`call-${entry.seq}`, entry.args)}
      </li>`;
    })}
  </ul>`;
}

const EXCERPT_MAX = 90;

function excerpt(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > EXCERPT_MAX ? `${line.slice(0, EXCERPT_MAX)}…` : line;
}

function raw(id: string, value: unknown): Html {
  return html`<details class="raw" id="raw-${id}">
    <summary>${words.raw}</summary>
    <pre tabindex="0"><code>${JSON.stringify(value, null, 1)}</code></pre>
  </details>`;
}
