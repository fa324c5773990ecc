import { copyOf, type JsonObject, textAt } from '../json.ts';
import type { AppSeed } from '../world.ts';

/** A modal or a Home that someone has before them. */
export type View = {
  readonly id: string;
  readonly kind: 'modal' | 'home';
  readonly userId: string;
  readonly rootId: string;
  readonly previousId: string | undefined;
  /** The view as the app gave it, with invented block_ids and action_ids. */
  content: JsonObject;
  hash: string;
  /** What the person has typed or chosen so far: `block_id/action_id` → element state. */
  entered: Map<string, JsonObject>;
  /** What the bot has offered for external selects: `block_id/action_id` → options. */
  readonly offered: Map<string, JsonObject[]>;
  /** The errors that are shown under inputs: `block_id` → sentence. */
  errors: Record<string, string>;
  /** The channel in which the modal was opened, for `default_to_current_conversation`. */
  readonly openedIn: string | undefined;
};

/** The key under which an element's state is held. */
export function elementKey(blockId: string, actionId: string): string {
  return `${blockId}/${actionId}`;
}

/** The view as the Web API and payloads show it. `values` is its state, as Slack keys it. */
export function viewAnswer(
  view: View,
  app: AppSeed,
  teamId: string,
  values: JsonObject,
): JsonObject {
  const content = copyOf(view.content);
  return {
    id: view.id,
    team_id: teamId,
    type: view.kind,
    blocks: content['blocks'],
    private_metadata: textAt(content, 'private_metadata'),
    callback_id: textAt(content, 'callback_id'),
    state: { values },
    hash: view.hash,
    title: content['title'] ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content['clear_on_close'] ?? false,
    notify_on_close: content['notify_on_close'] ?? false,
    close: content['close'] ?? null,
    submit: content['submit'] ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: app.id,
    external_id: textAt(content, 'external_id'),
    app_installed_team_id: teamId,
    bot_id: app.botId,
  };
}
