import { checkMessage, checkView } from '../blocks/check.ts';
import { objectAt, objectsAt } from '../json.ts';
import { type Method, refuse, refuseArguments } from './call.ts';

/** https://docs.slack.dev/reference/methods/blocks.validate: needs no token; errors in detail. */
export const blocksValidate: Method = {
  token: 'none',
  run({ args }) {
    const given = ['blocks', 'view', 'message'].filter((key) => args[key] !== undefined);
    if (given.length !== 1) return refuseArguments('exactly one of blocks, view, message');
    const view = objectAt(args, 'view');
    const message = objectAt(args, 'message');
    const problems =
      view === undefined
        ? checkMessage(message === undefined ? args['blocks'] : objectsAt(message, 'blocks'))
        : checkView(view);
    if (problems.length === 0) return {};
    return refuse('invalid_blocks', {
      errors: problems.map(({ code, message: text, pointer }) => ({
        code,
        message: text,
        pointer,
      })),
      response_metadata: {
        messages: problems.map(
          (problem) => `[ERROR] ${problem.message} [json-pointer:${problem.pointer}]`,
        ),
      },
    });
  },
};
