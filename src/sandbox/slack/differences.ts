/** One way in which the pretend Slack is not like Slack, in the words of docs/sandbox.md. */
export type Difference = { readonly topic: string; readonly here: string };

/** All of them that we know of. A test holds docs/sandbox.md equal to this list. */
export const DIFFERENCES: readonly Difference[] = [
  {
    topic: 'Methods',
    here:
      'There are 22 Web API methods, those that an app like this one may call. Every other ' +
      'one is an `unknown_method`: no files, pins, scheduled messages, user groups, canvases, ' +
      'lists or workflows. Emoji on messages are people’s alone, and there are no custom ones.',
  },
  {
    topic: 'Workspaces and tokens',
    here:
      'One workspace, one app, one bot token and one app token. No user tokens, no Enterprise ' +
      'Grid, no token rotation, no installation page: `install()` gives the code that ' +
      '`oauth.v2.access` takes.',
  },
  {
    topic: 'Blocks',
    here:
      'Known are section, actions, context, header, divider, input, image, markdown and rich ' +
      'text, and every element that fits into them but file inputs and workflow buttons. The ' +
      'younger blocks (alert, card, carousel, container, context actions, file, plan, table, ' +
      'data table, task card, video) are refused.',
  },
  {
    topic: 'Limits that nobody has documented',
    here:
      'Metadata may have 8,000 characters. Sizes are counted in UTF-16 units, and the 13,200 ' +
      'characters of a message are the sum of all texts in its blocks; how Slack counts is ' +
      'open.',
  },
  {
    topic: 'Refusals of blocks',
    here:
      'The error names are those of Slack (`invalid_blocks` for messages, `invalid_arguments` ' +
      'for views), and each problem has its JSON pointer. The sentences before the pointers ' +
      'are ours, and where Slack stops at the first problem, all are told.',
  },
  {
    topic: 'Repeated action_ids',
    here:
      'Refused in the whole of a message, as some versions of Slack did; in a view within one ' +
      'block only.',
  },
  {
    topic: 'Rate limits',
    here:
      'The floor of each tier is taken as its ceiling, `apps.connections.open` may be called ' +
      'ten times a minute, and a channel takes five messages at once and then one a second. ' +
      'Slack is often more lenient, and sometimes hides messages instead of refusing them. ' +
      'response_urls have no rate limit here.',
  },
  {
    topic: 'Time',
    here:
      'Timestamps, trigger ids, response_urls, retries of events and rate limits follow the ' +
      'clock that can be moved. The three seconds for an ack, and the time in a signature, ' +
      'are those of the machine.',
  },
  {
    topic: 'Opening a modal while another is open',
    here: 'The new one replaces the whole stack. What Slack does is not documented.',
  },
  {
    topic: 'Threads',
    here:
      'A reply to a message that does not exist is taken. Parents carry no reply counts in ' +
      'payloads and answers. An ephemeral message is shown in a thread without replies too, ' +
      'where Slack shows it only once the thread has begun.',
  },
  {
    topic: 'Text',
    here:
      'What people write becomes one piece of rich text, without mentions of its own; ' +
      '`parse`, `link_names` and unfurling are ignored, nothing is linked by itself, and ' +
      'plain text in blocks comes back as it was given, where Slack escapes it.',
  },
  {
    topic: 'Rich text and updates',
    here: '`block_mismatch` comes only where a message of rich text alone would lose all of it.',
  },
  {
    topic: 'Workspace settings',
    here:
      'No edit window, no read-only channels, no retention: `edit_window_closed` and ' +
      '`restricted_action` come only as faults that are asked for.',
  },
  {
    topic: 'People who have left',
    here:
      'A direct message to a deactivated account is refused with `channel_not_found`. What ' +
      'Slack answers is not documented.',
  },
  {
    topic: 'Guests and people of other workspaces',
    here:
      'Guests see every command and shortcut; Slack hides some. Someone of another workspace ' +
      'has that team in payloads and no time zone, but there is no second workspace behind ' +
      'them, they may use commands, and channels keep their ids.',
  },
  {
    topic: 'Events',
    here:
      'Those of membership, channels, people, Home, uninstalling, emoji that people put on ' +
      'messages, and messages that people write (not edits, not what apps post). Any other can ' +
      'be sent by hand. Of all events, those of emoji alone need a scope. There is no hourly ' +
      'retry, no cap on events, and no switching off after failures.',
  },
  {
    topic: 'Dependability',
    here:
      'Ephemeral messages always arrive, and `channel_left` always comes when the bot is ' +
      'taken out; Slack promises neither. Faults can be switched on for the rest.',
  },
  {
    topic: 'HTTP',
    here:
      'No TLS. All deliveries go to one address, the URL and certificate checks are sent only ' +
      'when asked for, and redirects are not followed.',
  },
  {
    topic: 'Socket Mode',
    here:
      'Connections are refreshed only when asked for, without a warning ahead, and payloads ' +
      'go to the connections in turn. An act while nothing is connected fails at once.',
  },
  {
    topic: 'Menus and forms',
    here:
      "What Slack's own client holds back is held back here: required inputs, lengths, " +
      'numbers, addresses, counts. Its checks of addresses are finer, its menus offer only ' +
      'the people and channels that their filters allow (here any id may be entered), and a ' +
      'button with a link opens nothing.',
  },
  {
    topic: 'Screens',
    here:
      'No unread marks, notifications, presence, search or profile pictures, and users carry ' +
      'only the fields that apps commonly read.',
  },
];
