import type { Words } from '../../words/index.ts';
import { joined } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { button } from './elements.ts';
import { actions, context, section } from './kit.ts';
import { message, type MessageContent } from './message.ts';

/** The bot's first words in a channel that has no circle yet. */
export function greeting({ circle }: Words): MessageContent {
  const setUp = button({
    actionId: actionIds.setUpCircle,
    label: circle.setUpButton(),
    value: 'set_up',
  });
  return message({
    text: joined([circle.hello(), circle.helloNext()], '\n'),
    blocks: [section(circle.hello()), actions([setUp]), context([circle.helloNext()])],
  });
}
