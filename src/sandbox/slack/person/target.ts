import type { FormValue } from './form-value.ts';

/** Which element a person means, and what they do with it. Everything given must fit. */
export type Target = {
  /** The visible words of a button, or of an input's label. */
  readonly text?: string;
  readonly actionId?: string;
  readonly blockId?: string;
  /** The value of a button, where several bear the same words. */
  readonly value?: string;
  /** Where to look. Left out: the top modal if there is one, else every message and the Home. */
  readonly in?: 'modal' | 'home' | 'message' | 'ephemeral';
  readonly channel?: string;
  /** The message that carries it. */
  readonly ts?: string;
  /** For menus, dates, checkboxes and inputs that dispatch: what is chosen or typed. */
  readonly choose?: FormValue;
  /** What they answer in the confirmation: yes, unless this says no. */
  readonly confirm?: 'yes' | 'no';
};
