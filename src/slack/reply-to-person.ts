import type { ModalView } from '@slack/types';
import type { MessageContent } from './blocks/message.ts';

/** What a listener can answer to a click. What it records, it records before it acks. */
export type ClickReply = {
  /** Takes the spinner away. Safe to call twice. */
  ack(): Promise<void>;
  /** Says something that only this person sees, where they clicked. */
  say(content: MessageContent): Promise<void>;
  /** Puts other content in place of the private message that was clicked. */
  replace(content: MessageContent): Promise<void>;
  /** Opens a modal, or puts it on top of the one that was clicked in. Returns the view's id. */
  open(view: ModalView): Promise<string | null>;
  /** Draws a modal anew; false where the person has closed it meanwhile. */
  update(viewId: string, view: ModalView): Promise<boolean>;
};

/** What a listener can answer to a sent form. */
export type SubmissionReply = {
  /** Closes the form. */
  close(): Promise<void>;
  /** Closes the whole stack of modals. */
  closeAll(): Promise<void>;
  /** Keeps the form open, with a sentence under each field named (block_id → sentence). */
  errors(errors: Readonly<Record<string, string>>): Promise<void>;
  /** Shows another view in place of the form. */
  show(view: ModalView): Promise<void>;
  update(viewId: string, view: ModalView): Promise<boolean>;
};

/** What a listener can answer to a command or shortcut. */
export type CallReply = {
  ack(): Promise<void>;
  /** Answers so that only this person sees it. */
  say(content: MessageContent): Promise<void>;
  open(view: ModalView): Promise<string | null>;
  update(viewId: string, view: ModalView): Promise<boolean>;
};
