import { instantOf } from '../core/calendar.ts';
import type { Running } from './running.ts';

/** Where Willow Bank is: an IANA zone. */
export const WILLOW_BANK_ZONE = 'Europe/London';

/** Something that happened in the story, at its own moment (epoch milliseconds). */
export type Scene = { readonly at: number; readonly play: (running: Running) => Promise<unknown> };

/** A moment by the clock of Willow Bank, written `2026-03-02 09:00`. Epoch milliseconds. */
export function willowTime(text: string): number {
  const [day = '', time = ''] = text.split(' ');
  const [hour = '0', minute = '0'] = time.split(':');
  return instantOf(day, Number(hour), Number(minute), WILLOW_BANK_ZONE);
}
