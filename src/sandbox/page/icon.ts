import { html } from 'hono/html';
import { attributes, type Attributes } from './attributes.ts';
import type { Html } from './reader.ts';

/** Drawn here, because not every machine has a font with these signs. */
const PATHS = {
  menu: 'M3 5h14M3 10h14M3 15h14',
  close: 'm5 5 10 10M15 5 5 15',
  back: 'm9 4-6 6 6 6M3 10h14',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  plus: 'M10 4v12M4 10h12',
  send: 'M3.5 16.5 17 10 3.5 3.5l2 6.5zm2-6.5H17',
  window: 'M8 4.5H4.5v11h11V12M11.5 4.5h4v4m0-4L9 11',
  theme: 'M10 3.5a6.5 6.5 0 1 0 0 13zm0 0a6.5 6.5 0 0 1 0 13',
  restart: 'M4 10a6 6 0 1 1 1.8 4.3M4 15.5V11h4.5',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zm8 2.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6',
  thumbUp:
    'M6.5 9v7.5h-3V9zm0 0 3-6c1.4 0 2 .9 1.8 2.2L10.8 8H15a1.5 1.5 0 0 1 1.5 1.8l-1 5.200a1.8 1.8 0 0 1-1.8 1.500H6.5',
  thumbDown:
    'M6.5 11V3.5h-3V11zm0 0 3 6c1.4 0 2-.9 1.8-2.2L10.8 12H15a1.5 1.5 0 0 0 1.5-1.800l-1-5.200A1.8 1.8 0 0 0 13.7 3.5H6.5',
  heart: 'M10 16.500S3 12.5 3 7.700A3.7 3.7 0 0 1 10 6a3.7 3.7 0 0 1 7 1.700c0 4.8-7 8.8-7 8.800z',
  check: 'm4.5 10.5 3.8 3.8 7.2-8.3',
  lock: 'M6 9V6.7a4 4 0 0 1 8 0V9M4.5 9h11v7.5h-11z',
} as const;

/** A small sign; what it means is said beside it, or by the name of its button. */
export function icon(name: keyof typeof PATHS): Html {
  return html`<svg
    class="icon icon-${name}"
    viewBox="0 0 20 20"
    aria-hidden="true"
    focusable="false"
  >
    <path d="${PATHS[name]}" />
  </svg>`;
}

/** A button that shows a sign alone; its name is said, and shown when somebody points at it. */
export function iconButton(sign: keyof typeof PATHS, name: string, given: Attributes): Html {
  const own = attributes({ type: 'button', 'aria-label': name, title: name, ...given });
  return html`<button${own}>${icon(sign)}</button>`;
}
