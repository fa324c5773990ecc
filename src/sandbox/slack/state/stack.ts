import type { JsonObject } from '../json.ts';
import { elementsOf } from '../blocks/walk.ts';
import type { Workspace } from '../workspace.ts';
import { type View, elementKey } from './view.ts';

/** The most modals that lie on top of each other. */
export const MOST_STACKED = 3;

/** The modals that someone has open, the top one last. */
export function stackOf(workspace: Workspace, userId: string): readonly View[] {
  return workspace.state.modals.get(userId) ?? [];
}

/** Opens a modal with nothing under it; what was open before is gone. */
export function openModal(
  workspace: Workspace,
  userId: string,
  content: JsonObject,
  openedIn: string | undefined,
): View {
  const view = freshView(workspace, 'modal', userId, content, { openedIn });
  replaceStack(workspace, userId, [view]);
  return view;
}

/** Lays a modal on top of the others. The caller has made sure that there is room. */
export function pushModal(workspace: Workspace, userId: string, content: JsonObject): View {
  const stack = stackOf(workspace, userId);
  const top = stack.at(-1);
  const view = freshView(workspace, 'modal', userId, content, {
    openedIn: top?.openedIn,
    rootId: top?.rootId,
    previousId: top?.id,
  });
  replaceStack(workspace, userId, [...stack, view]);
  return view;
}

/** Puts new content into a view; what was typed stays where block_id and action_id stay. */
export function updateView(workspace: Workspace, view: View, content: JsonObject): void {
  view.content = content;
  view.hash = freshHash(workspace);
  view.errors = {};
  const kept = new Set(
    elementsOf(content).map(({ blockId, actionId }) => elementKey(blockId, actionId)),
  );
  view.entered = new Map([...view.entered].filter(([key]) => kept.has(key)));
  announce(workspace, view);
}

/** Takes a modal, and all that lies on it, off the stack. */
export function closeModal(workspace: Workspace, view: View): void {
  const stack = stackOf(workspace, view.userId);
  const place = stack.indexOf(view);
  if (place >= 0) replaceStack(workspace, view.userId, stack.slice(0, place));
}

/** Closes every modal of a person. */
export function clearModals(workspace: Workspace, userId: string): void {
  replaceStack(workspace, userId, []);
}

/** Shows a Home to someone, in the place of the one before. */
export function publishHome(workspace: Workspace, userId: string, content: JsonObject): View {
  const known = workspace.state.homes.get(userId);
  if (known !== undefined) {
    updateView(workspace, known, content);
    return known;
  }
  const view = freshView(workspace, 'home', userId, content, {});
  workspace.state.homes.set(userId, view);
  announce(workspace, view);
  return view;
}

/** Shows errors under the inputs of a modal. */
export function showErrors(workspace: Workspace, view: View, errors: Record<string, string>): void {
  view.errors = errors;
  announce(workspace, view);
}

/** The view with this id, wherever it is open. */
export function viewById(workspace: Workspace, id: string): View | undefined {
  return allViews(workspace).find((view) => view.id === id);
}

/** Every view that anybody has open. */
export function allViews(workspace: Workspace): View[] {
  const { modals, homes } = workspace.state;
  return [...[...modals.values()].flat(), ...homes.values()];
}

type Lineage = {
  readonly openedIn?: string | undefined;
  readonly rootId?: string | undefined;
  readonly previousId?: string | undefined;
};

function freshView(
  workspace: Workspace,
  kind: View['kind'],
  userId: string,
  content: JsonObject,
  lineage: Lineage,
): View {
  const id = workspace.ids.next('V');
  const { openedIn, previousId, rootId = id } = lineage;
  const hash = freshHash(workspace);
  const entered = new Map<string, JsonObject>();
  const offered = new Map<string, JsonObject[]>();
  return {
    id,
    kind,
    userId,
    rootId,
    previousId,
    content,
    hash,
    entered,
    offered,
    errors: {},
    openedIn,
  };
}

function freshHash(workspace: Workspace): string {
  const { ids, clock } = workspace;
  return `${Math.floor(clock.now() / 1000)}.${ids.secret().slice(0, 8)}`;
}

function replaceStack(workspace: Workspace, userId: string, stack: View[]): void {
  if (stack.length === 0) workspace.state.modals.delete(userId);
  else workspace.state.modals.set(userId, stack);
  workspace.journal.write({ kind: 'change', what: 'modal', who: userId });
}

function announce(workspace: Workspace, view: View): void {
  workspace.journal.write({ kind: 'change', what: view.kind, who: view.userId });
}
