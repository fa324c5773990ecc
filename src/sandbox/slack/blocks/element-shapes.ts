import {
  type Fields,
  anyText,
  flag,
  integer,
  list,
  matching,
  may,
  maybeEmpty,
  need,
  object,
  oneOf,
  plain,
  rich,
  string,
} from './shape.ts';

const actionId = { action_id: may(string('action_id')) };
const confirm = {
  confirm: may(
    object({
      title: may(plain('confirm_title')),
      text: need(anyText('confirm_text')),
      confirm: may(plain('confirm_button')),
      deny: may(plain('confirm_button')),
      style: may(oneOf('primary', 'danger')),
    }),
  ),
};
const focus = { focus_on_load: may(flag) };
const placeholder = { placeholder: may(plain('placeholder')) };
const chosen = { ...actionId, ...confirm, ...focus };
const menu = { ...chosen, ...placeholder };
const several = { max_selected_items: may(integer(1)) };
const dispatch = {
  dispatch_action_config: may(
    object({
      trigger_actions_on: may(
        list(oneOf('on_enter_pressed', 'on_character_entered'), 'choice_options'),
      ),
    }),
  ),
};
const typed = { ...actionId, ...focus, ...placeholder, ...dispatch };

/** An option of a menu: plain text alone. */
const menuOption = object({
  text: need(plain('option_text')),
  value: need(string('option_value')),
  description: may(plain('option_description')),
});
/** An option of radio buttons or checkboxes, which may use mrkdwn. */
const choiceOption = object({
  text: need(anyText('option_text')),
  value: need(string('option_value')),
  description: may(anyText('option_description')),
});
const overflowOption = object({
  text: need(plain('option_text')),
  value: may(string('option_value')),
  description: may(plain('option_description')),
  url: may(string('option_url')),
});
const menuOptions = {
  options: may(list(menuOption, 'select_options')),
  option_groups: may(
    list(
      object({
        label: need(plain('option_group_label')),
        options: need(list(menuOption, 'select_options')),
      }),
      'select_option_groups',
    ),
  ),
};
const ids = may(list(string(), 'selected_items', 0));
const conversations = {
  default_to_current_conversation: may(flag),
  filter: may(
    object(
      {
        include: may(list(oneOf('im', 'mpim', 'private', 'public'), 'choice_options')),
        exclude_external_shared_channels: may(flag),
        exclude_bot_users: may(flag),
      },
      1,
    ),
  ),
};
const styled = {
  style: may(oneOf('primary', 'danger')),
  accessibility_label: may(string('accessibility_label')),
};
const oneLine = { ...typed, initial_value: may(maybeEmpty('plain_text_input')) };
const decimal = /^-?\d+(\.\d+)?$/;
const slackFile = may(object({ id: may(string()), url: may(string()) }, 1));

/** The elements that blocks are made of, by type. */
export const ELEMENTS: Readonly<Record<string, Fields>> = {
  button: {
    ...actionId,
    ...confirm,
    ...styled,
    text: need(plain('button_text')),
    value: may(string('button_value')),
    url: may(string('button_url')),
  },
  overflow: {
    ...actionId,
    ...confirm,
    options: need(list(overflowOption, 'overflow_options')),
  },
  image: {
    alt_text: need(string('image_alt_text')),
    image_url: may(string('image_url')),
    slack_file: slackFile,
  },
  checkboxes: {
    ...chosen,
    options: need(list(choiceOption, 'choice_options')),
    initial_options: may(list(choiceOption, 'choice_options')),
  },
  radio_buttons: {
    ...chosen,
    options: need(list(choiceOption, 'choice_options')),
    initial_option: may(choiceOption),
  },
  static_select: { ...menu, ...menuOptions, initial_option: may(menuOption) },
  multi_static_select: {
    ...menu,
    ...menuOptions,
    ...several,
    initial_options: may(list(menuOption, 'select_options')),
  },
  external_select: {
    ...menu,
    initial_option: may(menuOption),
    min_query_length: may(integer()),
  },
  multi_external_select: {
    ...menu,
    ...several,
    initial_options: may(list(menuOption, 'select_options')),
    min_query_length: may(integer()),
  },
  users_select: { ...menu, initial_user: may(string()) },
  multi_users_select: { ...menu, ...several, initial_users: ids },
  channels_select: { ...menu, initial_channel: may(string()), response_url_enabled: may(flag) },
  multi_channels_select: { ...menu, ...several, initial_channels: ids },
  conversations_select: {
    ...menu,
    ...conversations,
    initial_conversation: may(string()),
    response_url_enabled: may(flag),
  },
  multi_conversations_select: {
    ...menu,
    ...several,
    ...conversations,
    initial_conversations: ids,
  },
  datepicker: { ...menu, initial_date: may(matching(/^\d{4}-\d{2}-\d{2}$/)) },
  timepicker: {
    ...menu,
    initial_time: may(matching(/^([01]\d|2[0-3]):[0-5]\d$/)),
    timezone: may(string()),
  },
  datetimepicker: { ...chosen, initial_date_time: may(integer(1_000_000_000)) },
  plain_text_input: {
    ...oneLine,
    multiline: may(flag),
    min_length: may(integer(0, 'plain_text_input')),
    max_length: may(integer(1, 'plain_text_input')),
  },
  email_text_input: oneLine,
  url_text_input: oneLine,
  number_input: {
    ...typed,
    is_decimal_allowed: need(flag),
    initial_value: may(matching(decimal)),
    min_value: may(matching(decimal)),
    max_value: may(matching(decimal)),
  },
  rich_text_input: {
    ...typed,
    initial_value: may(rich('rich_text')),
    min_lines: may(integer(1)),
    max_lines: may(integer(1)),
  },
};
