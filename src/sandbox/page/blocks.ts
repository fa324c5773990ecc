import { html } from 'hono/html';
import { candidatesOf } from '../slack/blocks/walk.ts';
import { initialState } from '../slack/person/initial-state.ts';
import { type JsonObject, objectAt, objectsAt, textAt } from '../slack/json.ts';
import { button, contextElement, control, image, overflow } from './elements.ts';
import { mrkdwn } from './mrkdwn.ts';
import type { Html, Reader } from './reader.ts';
import { richText } from './rich-text.ts';
import { inlineTextObject, textObject } from './text-object.ts';
import { unknownBox } from './unknown-box.ts';
import { pageWords } from './words.ts';

/** Where blocks stand, and what has been entered into them. */
export type Setting = {
  readonly reader: Reader;
  /** Begins the ids of all fields in them: the same view has the same ids each time. */
  readonly prefix: string;
  /** `state.values`; undefined in messages, which hold only what they began with. */
  readonly values: JsonObject | undefined;
  /** `block_id` → sentence. */
  readonly errors: Readonly<Record<string, string>>;
  /** The level of a header block: below the title of where it stands. */
  readonly headingLevel: 2 | 3;
};

/** All blocks of a message or view, in order. */
export function blocks(list: readonly JsonObject[], setting: Setting): Html {
  return html`${list.map((block) => one(block, setting))}`;
}

function one(block: JsonObject, setting: Setting): Html {
  const draw = BLOCKS[textAt(block, 'type')];
  return draw === undefined ? unknownBox('block', block) : draw(block, setting);
}

const BLOCKS: Readonly<Record<string, (block: JsonObject, setting: Setting) => Html>> = {
  header: (block, { headingLevel }) => {
    const text = textAt(objectAt(block, 'text'), 'text');
    return headingLevel === 2
      ? html`<h2 class="header">${text}</h2>`
      : html`<h3 class="header">${text}</h3>`;
  },
  divider: () => html`<hr />`,
  context: (block, { reader }) =>
    html`<div class="context">
      ${objectsAt(block, 'elements').map((each) => contextElement(each, reader))}
    </div>`,
  section,
  actions: (block, setting) =>
    html`<div class="actions">
      ${candidatesOf(block).map((each) => placed(each, block, setting))}
    </div>`,
  input,
  rich_text: (block, { reader }) => richText(block, reader),
  markdown: (block, { reader }) =>
    html`<div class="text">${mrkdwn(textAt(block, 'text'), reader)}</div>`,
  image: (block) => image(block),
};

function section(block: JsonObject, setting: Setting): Html {
  const { reader } = setting;
  const text = objectAt(block, 'text');
  const fields = objectsAt(block, 'fields');
  const accessory = objectAt(block, 'accessory');
  return html`<div class="section">
    <div class="said">
      ${text && html`<div class="text">${textObject(text, reader)}</div>`}
      ${
        fields.length > 0 &&
        html`<div class="fields">
          ${fields.map((each) => html`<div class="text">${textObject(each, reader)}</div>`)}
        </div>`
      }
    </div>
    ${accessory && html`<div class="beside">${placed(accessory, block, setting)}</div>`}
  </div>`;
}

/** An element in a row of actions or beside a section: what it does, it does at once. */
function placed(element: JsonObject, block: JsonObject, setting: Setting): Html {
  const { reader, prefix } = setting;
  const blockId = textAt(block, 'block_id');
  const type = textAt(element, 'type');
  const id = `${prefix}-${blockId}-${textAt(element, 'action_id')}`;
  if (type === 'button') return button(element, blockId, reader);
  if (type === 'image') return image(element);
  const name = textAt(objectAt(element, 'placeholder'), 'text') || pageWords.unnamed(type);
  if (type === 'overflow') return overflow(element, blockId, { reader, name: pageWords.more, id });
  const state = stateOf(element, blockId, setting);
  return control({
    ...{ element, blockId, id, state, name, reader },
    labelId: undefined,
    describedBy: undefined,
    isInvalid: false,
    isRequired: false,
    dispatches: true,
  });
}

const POINTED_TO = ['radio_buttons', 'checkboxes'];

function input(block: JsonObject, setting: Setting): Html {
  const { reader, prefix, errors } = setting;
  const element = objectAt(block, 'element') ?? {};
  const blockId = textAt(block, 'block_id');
  const id = `${prefix}-${blockId}-${textAt(element, 'action_id')}`;
  const hint = objectAt(block, 'hint');
  const error = errors[blockId];
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const isOptional = block['optional'] === true;
  const type = textAt(element, 'type');
  const isGroup = POINTED_TO.includes(type) || type.startsWith('multi_');
  const label = html`${inlineTextObject(objectAt(block, 'label'), reader)}${
    isOptional && html` <span class="optional">${pageWords.optional}</span>`
  }`;
  const field = control({
    ...{ element, blockId, id, reader },
    state: stateOf(element, blockId, setting),
    name: undefined,
    labelId: `${id}-label`,
    describedBy: described || undefined,
    isInvalid: error !== undefined,
    isRequired: !isOptional,
    dispatches: block['dispatch_action'] === true,
  });
  return html`<div class="input${error ? ' wrong' : ''}" id="${id}-input">
    ${
      isGroup
        ? html`<div class="label" id="${id}-label">${label}</div>`
        : html`<label class="label" id="${id}-label" for="${id}">${label}</label>`
    }
    ${field} ${error && html`<p class="error" id="${id}-error">${error}</p>`}
    ${hint && html`<p class="hint" id="${id}-hint">${inlineTextObject(hint, reader)}</p>`}
  </div>`;
}

function stateOf(element: JsonObject, blockId: string, setting: Setting): JsonObject | undefined {
  const kept = objectAt(objectAt(setting.values, blockId), textAt(element, 'action_id'));
  return kept ?? initialState(element, undefined);
}
