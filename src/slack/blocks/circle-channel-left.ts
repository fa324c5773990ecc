import type { Circle } from '../../core/circle.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Words } from '../../words/index.ts';
import { channel, joined, member } from '../../words/terms.ts';
import { changeCircleButton } from './circle-closed.ts';
import { actions, context, section } from './kit.ts';
import { message, type MessageContent } from './message.ts';

/**
 * That somebody is no longer in the circle's channel and still in the circle: to whoever keeps it,
 * since the person may have been shut out, and to the person. Source: docs/process.md §10 case 4.
 */
export function channelLeftMessage(parts: {
  readonly circle: Circle;
  readonly member: MemberId;
  readonly to: MemberId;
  readonly words: Words;
}): MessageContent {
  const { circle, to, words } = parts;
  const { people } = words;
  const place = channel(circle.channelId);
  const { name } = circle.settings;
  if (to === parts.member) {
    const said = joined([people.youLeft({ place, name }), people.youLeftNext()]);
    return message({ text: said, blocks: [section(said)] });
  }
  const person = member(parts.member);
  const said = joined([people.channelLeft({ person, place, name }), people.channelLeftNext()]);
  const invite = people.invite({ place, line: people.inviteLine({ person }) });
  return message({
    text: joined([said, invite], '\n'),
    blocks: [section(said), context([invite]), actions([changeCircleButton(circle, words)])],
  });
}
