import { type Placed, elementsOf } from '../blocks/walk.ts';
import { type JsonObject, objectAt, objectsAt, textAt } from '../json.ts';
import { mayRead } from '../state/channel.ts';
import type { Ephemeral, Message } from '../state/message.ts';
import { stackOf } from '../state/stack.ts';
import type { User } from '../state/user.ts';
import type { View } from '../state/view.ts';
import type { Workspace } from '../workspace.ts';
import type { Target } from './target.ts';

/** Where a found element stands. */
export type Place =
  | { readonly kind: 'modal' | 'home'; readonly view: View }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'ephemeral'; readonly message: Ephemeral };

export type Found = { readonly place: Place; readonly placed: Placed };

/** Finds what a person means among what they see; the newest message first. Throws if nothing. */
export function find(workspace: Workspace, user: User, target: Target): Found {
  const places = placesFor(workspace, user, target);
  for (const place of places) {
    const placed = elementsOf(contentOf(place)).find((each) => fits(each, target));
    if (placed !== undefined) return { place, placed };
  }
  const seen = places.flatMap((place) => elementsOf(contentOf(place)).map(nameOf));
  const wanted = JSON.stringify(target);
  throw new Error(`${user.id} sees nothing like ${wanted}; there is: ${seen.join(' | ') || '-'}`);
}

/** The words that stand on an element: a button's own, an input's label, or a placeholder. */
function labelOf({ block, element }: Pick<Placed, 'block' | 'element'>): string {
  return (
    textAt(objectAt(element, 'text'), 'text') ||
    textAt(objectAt(block, 'label'), 'text') ||
    textAt(objectAt(element, 'placeholder'), 'text')
  );
}

function placesFor(workspace: Workspace, user: User, target: Target): Place[] {
  const top = stackOf(workspace, user.id).at(-1);
  const home = workspace.state.homes.get(user.id);
  const modal: Place[] = top === undefined ? [] : [{ kind: 'modal', view: top }];
  const homes: Place[] = home === undefined ? [] : [{ kind: 'home', view: home }];
  if (target.in === 'modal') return modal;
  if (target.in === 'home') return homes;
  const written = writtenFor(workspace, user, target);
  if (target.in !== undefined) return written.filter((place) => place.kind === target.in);
  const isInChannel = target.channel !== undefined || target.ts !== undefined;
  if (isInChannel) return written;
  return modal.length > 0 ? modal : [...written, ...homes];
}

function writtenFor(workspace: Workspace, user: User, target: Target): Place[] {
  const { channels, messages, ephemerals } = workspace.state;
  const isHere = (channelId: string): boolean => {
    const channel = channels.get(channelId);
    if (channel === undefined || !mayRead(channel, user)) return false;
    return target.channel === undefined || target.channel === channelId;
  };
  const shared = [...messages.entries()]
    .filter(([channelId]) => isHere(channelId))
    .flatMap(([, list]) => list.filter((message) => !message.isTombstone))
    .map((message) => ({ kind: 'message' as const, message }));
  const own = ephemerals
    .filter((message) => message.forUserId === user.id && isHere(message.channelId))
    .map((message) => ({ kind: 'ephemeral' as const, message }));
  return [...shared, ...own]
    .filter(({ message }) => target.ts === undefined || message.ts === target.ts)
    .toSorted((a, b) => Number(b.message.ts) - Number(a.message.ts));
}

function contentOf(place: Place): JsonObject {
  if ('view' in place) return place.view.content;
  return { blocks: place.message.blocks };
}

function fits(placed: Placed, target: Target): boolean {
  const { element, blockId, actionId } = placed;
  if (target.actionId !== undefined && target.actionId !== actionId) return false;
  if (target.blockId !== undefined && target.blockId !== blockId) return false;
  if (target.value !== undefined && target.value !== textAt(element, 'value')) return false;
  return target.text === undefined || hasLabel(placed, target.text);
}

function hasLabel(placed: Placed, text: string): boolean {
  if (labelOf(placed) === text) return true;
  const options = objectsAt(placed.element, 'options');
  return options.some((each) => textAt(objectAt(each, 'text'), 'text') === text);
}

function nameOf(placed: Placed): string {
  return `${labelOf(placed)} (${placed.actionId})`;
}
