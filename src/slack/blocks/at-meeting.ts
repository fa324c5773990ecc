import type { MemberId } from '../../core/ids.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { member } from '../../words/terms.ts';

/** An answer that was given at a meeting says so, for ever, and who wrote it down (§2.1). */
export function withMeeting(answer: Saying, by: MemberId | undefined, words: Words): Saying {
  return by ? words.pausing.atMeeting({ answer, by: member(by) }) : answer;
}
