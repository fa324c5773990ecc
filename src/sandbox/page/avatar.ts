import { html } from 'hono/html';
import type { Html } from './reader.ts';

/** A picture for a person: their initials on a colour of their own. The app has its mark. */
export function avatar(who: {
  readonly id: string;
  readonly name: string;
  readonly isApp: boolean;
}): Html {
  if (who.isApp) return html`<span class="avatar app" aria-hidden="true">${mark()}</span>`;
  const hue = Array.from(who.id).reduce((sum, sign) => sum + sign.charCodeAt(0) * 7, 0) % HUES;
  return html`<span class="avatar hue-${hue}" aria-hidden="true">${initials(who.name)}</span>`;
}

/** How many colours the style sheet has. */
const HUES = 8;

/** The product's mark: a circle that many make together, with one arc that asks. */
export function mark(): Html {
  return html`<svg viewBox="0 0 24 24" class="mark" aria-hidden="true" focusable="false">
    <path d="M12 3.5a8.5 8.5 0 1 1-7.6 4.7" />
    <path d="M6 5.6a8.5 8.5 0 0 1 2.3-1.3" />
    <path d="m8.2 12.3 2.6 2.6 5-5.4" />
  </svg>`;
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase();
}
