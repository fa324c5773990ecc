import { type Placed, elementsOf } from '../blocks/walk.ts';
import { objectAt, textAt } from '../json.ts';
import { stackOf } from '../state/stack.ts';
import { type View, elementKey } from '../state/view.ts';
import type { Workspace } from '../workspace.ts';
import { enteredState } from './entered-state.ts';
import type { FormValues } from './form-value.ts';

/** The modal that a person has before them: the top one. Throws where it is not. */
export function modalOf(workspace: Workspace, who: string, viewId?: string): View {
  const top = stackOf(workspace, who).at(-1);
  if (top === undefined) throw new Error(`${who} has no modal open.`);
  if (viewId !== undefined && top.id !== viewId) {
    throw new Error(`The modal ${viewId} is not on top; ${who} has ${top.id} before them.`);
  }
  return top;
}

/** Types values into a view. Throws where a value fits no input, or several. */
export function fill(view: View, values: FormValues): void {
  for (const [name, value] of Object.entries(values)) {
    const { element, blockId, actionId } = inputNamed(view, name);
    const key = elementKey(blockId, actionId);
    view.entered.set(key, enteredState(element, value, view.offered.get(key)));
  }
}

/** The input of a name: its block_id, its action_id, or its visible label. */
function inputNamed(view: View, name: string): Placed {
  const all = elementsOf(view.content).filter(({ element }) => element['type'] !== 'button');
  const label = ({ block }: Placed): string => textAt(objectAt(block, 'label'), 'text');
  const matches = [
    all.filter((each) => each.blockId === name),
    all.filter((each) => each.actionId === name),
    all.filter((each) => label(each) === name),
  ].find((list) => list.length > 0);
  const [found, second] = matches ?? [];
  if (found === undefined) {
    const names = all.map((each) => `${label(each)} (${each.blockId}/${each.actionId})`);
    throw new Error(`No input "${name}" here; there are: ${names.join(', ') || 'none'}.`);
  }
  if (second !== undefined) throw new Error(`Several inputs answer to "${name}".`);
  return found;
}
