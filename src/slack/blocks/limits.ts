/**
 * Slack's limits that the blocks here meet, in characters unless the name says otherwise. Lengths
 * are counted in UTF-16 units after escaping, the largest count that Slack may use.
 * Sources: docs.slack.dev, reference/block-kit and reference/methods; the JSDoc of @slack/types.
 */
export const LIMITS = {
  actionId: 255,
  blockId: 255,
  callbackId: 255,
  header: 150,
  section: 3000,
  field: 2000,
  fieldsInSection: 10,
  contextText: 2000,
  elementsInContext: 10,
  elementsInActions: 25,
  buttonText: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  accessibilityLabel: 75,
  optionText: 75,
  optionDescription: 75,
  optionValue: 75,
  optionsInOverflow: 5,
  optionsInRadioButtons: 10,
  optionsInSelect: 100,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  label: 2000,
  hint: 2000,
  placeholder: 150,
  plainTextInput: 3000,
  modalTitle: 24,
  modalButton: 24,
  blocksInView: 100,
  privateMetadata: 3000,
  viewBytes: 250_000,
  blocksInMessage: 50,
  messageText: 4000,
} as const;

/**
 * A message whose blocks hold more than this is refused with `msg_blocks_too_long`. It is measured,
 * not documented (github.com/slackapi/bolt-js/issues/2509), hence the budget below it.
 */
export const MESSAGE_CHARACTERS_MAX = 13_200;

/** What we let the blocks of one message hold. */
export const MESSAGE_CHARACTERS_BUDGET = 11_000;

/** What we let the blocks of one view hold, in bytes of JSON; the rest is for its frame. */
export const VIEW_BYTES_BUDGET = 230_000;

/** What we let a message's notification text hold: some methods refuse more than 4,000. */
export const MESSAGE_TEXT_BUDGET = 3900;

/** Rich text has no documented limit; we keep a block of it as short as a section. */
export const RICH_TEXT_CHARACTERS_BUDGET = 3000;
