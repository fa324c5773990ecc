/**
 * Cutting text that is already escaped. A cut never falls inside a grapheme, an entity (`&amp;`) or
 * markup in angle brackets (`<@U…>`, `<url|label>`, `<!date^…>`).
 */
import { ELLIPSIS, cutText, headOf } from '../../core/text.ts';
import { escaped } from '../../words/user-text.ts';

/** The mrkdwn, or as much of its beginning as fits into `max` together with an ellipsis. */
export function cutMrkdwn(mrkdwn: string, max: number): string {
  if (mrkdwn.length <= max) return mrkdwn;
  return `${mrkdwnHead(mrkdwn, max - ELLIPSIS.length).trimEnd()}${ELLIPSIS}`;
}

/** Plain text cut to `max`; the plain form of a saying is raw, so only graphemes matter. */
export const cutPlain = cutText;

/** The mrkdwn in pieces of at most `max`, parted at line ends or spaces where there are any. */
export function splitMrkdwn(mrkdwn: string, max: number): readonly string[] {
  const pieces: string[] = [];
  let rest = mrkdwn.trim();
  while (rest.length > max) {
    const head = mrkdwnHead(rest, max);
    if (head === '') {
      // One piece of markup longer than a whole block: it is shown as text, so that it can be cut.
      rest = escaped(rest);
      continue;
    }
    pieces.push(head.trim());
    rest = rest.slice(head.length).trimStart();
  }
  return [...pieces, rest].filter((piece) => piece !== '');
}

const TOKEN = /<[^>]*>|&(?:amp|lt|gt);|[^<&]+|[<&]/gu;

/** The longest beginning within `max` that ends between tokens, if possible at a line or word. */
function mrkdwnHead(mrkdwn: string, max: number): string {
  let end = 0;
  for (const { 0: token, index } of mrkdwn.matchAll(TOKEN)) {
    if (index + token.length > max) {
      const isText = !/^[<&]/u.test(token);
      if (isText) end = index + headOf(token, max - index).length;
      break;
    }
    end = index + token.length;
  }
  const head = mrkdwn.slice(0, end);
  return end === mrkdwn.length ? head : atBreak(mrkdwn, head);
}

const BREAK_SEARCH_SHARE = 0.6;

/** Goes back to the last line end, else to the last space, if one is near and not inside markup. */
function atBreak(mrkdwn: string, head: string): string {
  const isAtWord = /^\s/u.test(mrkdwn.slice(head.length));
  for (const end of isAtWord ? ['\n'] : ['\n', ' ']) {
    const at = head.lastIndexOf(end);
    const isInMarkup = head.lastIndexOf('<', at) > head.lastIndexOf('>', at);
    if (at > head.length * BREAK_SEARCH_SHARE && !isInMarkup) return head.slice(0, at + 1);
  }
  return head;
}
