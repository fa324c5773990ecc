import { isMember, type Circle } from '../core/circle.ts';
import type { CircleRefusal } from '../core/circle-change.ts';
import { closingStory, type ClosingAnswer } from '../core/circle-people.ts';
import type { MemberId } from '../core/ids.ts';
import { explainCircle } from '../words/explain-circle.ts';
import type { Saying } from '../words/message.ts';
import { joined, member, moment } from '../words/terms.ts';
import { changeCircleButton } from './blocks/circle-closed.ts';
import { actions, sections } from './blocks/kit.ts';
import { message } from './blocks/message.ts';
import { actionIds, closingValue } from './ids.ts';
import type { Click } from './interaction.ts';
import type { ClickListener } from './listener.ts';
import type { ClickReply } from './reply-to-person.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';

/** Whether a person whose account was closed has left the circle (docs/process.md §10 case 5). */
export const memberClosingClicks: Readonly<Record<string, ClickListener>> = {
  [actionIds.memberLeft]: (click, reply, services) =>
    answer(click, 'confirm_left', reply, services),
  [actionIds.memberBack]: (click, reply, services) => answer(click, 'expect_back', reply, services),
};

async function answer(
  click: Click,
  type: 'confirm_left' | 'expect_back',
  reply: ClickReply,
  services: Services,
): Promise<void> {
  const { performer, words } = services;
  const about = await aboutClosing(click, services);
  if (!about) return reply.say(sentence(words.circle.where.notHere()));
  const { circle, person } = about;
  const command = { type, member: person, at: services.now(), by: click.by } as const;
  const result = await performer.onCircle(circle.id, command);
  if ('refused' in result) {
    // Asked again: somebody else may have answered between the two.
    const latest = (await aboutClosing(click, services))?.answer ?? null;
    return sayRefusal({ circle, latest, type, by: click.by }, result.refused, reply, services);
  }
  await reply.say(sentence(doneSaying(type, person, services)));
}

type Refused = {
  readonly circle: Circle;
  /** What came of the question first. */
  readonly latest: ClosingAnswer | null;
  readonly type: 'confirm_left' | 'expect_back';
  readonly by: MemberId;
};

/** Who comes second hears who did what and when; repeating one's own click does no harm. */
async function sayRefusal(
  { circle, latest, type, by }: Refused,
  refused: CircleRefusal,
  reply: ClickReply,
  services: Services,
): Promise<void> {
  const { words } = services;
  const said = explainCircle(refused, words);
  if ('field' in refused) {
    const both = joined([said, words.people.changeFirst()]);
    const next = actions([changeCircleButton(circle, words)]);
    return reply.say(message({ text: both, blocks: [...sections(both), next] }));
  }
  const isOwn = latest?.by === by && latest.answer === ANSWER_OF[type];
  if (isOwn && 'member' in refused) {
    return reply.say(sentence(doneSaying(type, refused.member, services)));
  }
  await reply.say(sentence(byWhom({ refused, latest, circle }, services) ?? said));
}

const ANSWER_OF = { confirm_left: 'left', expect_back: 'back' } as const;

function byWhom(
  about: Pick<Refused, 'latest' | 'circle'> & { readonly refused: CircleRefusal },
  { words }: Services,
): Saying | null {
  const { refused, latest, circle } = about;
  if (!latest?.by || !('member' in refused)) return null;
  const said = {
    by: member(latest.by),
    person: member(refused.member),
    at: moment(latest.at, circle.settings.calendar.timeZone),
  };
  if (latest.answer === 'left') return words.people.leftAlready(said);
  return latest.answer === 'back' ? words.people.backAlready(said) : null;
}

function doneSaying(type: Refused['type'], person: MemberId, { words }: Services): Saying {
  const said = { person: member(person) };
  return type === 'confirm_left' ? words.people.leftDone(said) : words.people.backDone(said);
}

/** The closing that a button is about, for somebody who belongs to its circle; else null. */
async function aboutClosing(click: Click, { performer, store }: Services) {
  const value = closingValue.open(click.value);
  const circle = value && (await performer.circle(value.circle));
  if (!value || !circle || !isMember(circle, click.by)) return null;
  const story = closingStory(await store.circleEvents(circle.id), value.seq);
  return story && { circle, person: story.member, answer: story.answer };
}
