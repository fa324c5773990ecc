import type { KnownBlock, ModalView } from '@slack/types';
import type { Circle } from '../../core/circle.ts';
import { plainTextOf } from '../../core/document.ts';
import type { MemberId } from '../../core/ids.ts';
import type { KeptDraft } from '../../core/kept-draft.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment, shortened } from '../../words/terms.ts';
import { sayingOfLines } from '../../words/user-text.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { button } from './elements.ts';
import { actions, context, header, section, sections } from './kit.ts';
import { documentOfLines, labelled } from './labelled-document.ts';
import { message, type MessageContent } from './message.ts';
import { richTextOf } from './rich-text.ts';
import { bytesIn, modal } from './view.ts';

/** A draft with the circle that it is for. */
export type DraftSeen = { readonly draft: KeptDraft; readonly circle: Circle };

const TITLE_SHOWN = 120;
const SPOKEN_TITLE = 40;
/** As many as fit into a view, two blocks each. */
const LISTED_MAX = 45;
const FORMATTED_BYTES_MAX = 120_000;

/** One draft in a list: what it is called, whose it is, and what can be done with it. */
export function draftLine(seen: DraftSeen, by: MemberId, words: Words): KnownBlock[] {
  const { draft, circle } = seen;
  const { home } = words.draft;
  const { name, calendar } = circle.settings;
  const said = {
    title: titleOf(draft, words),
    circle: name,
    at: moment(draft.savedAt, calendar.timeZone),
  };
  if (draft.author !== by) {
    const line = home.invited({ ...said, author: member(draft.author) });
    return [section(line), actions([goOnButton(draft, words)])];
  }
  return [
    section(home.own(said)),
    actions([goOnButton(draft, words), discardButton(draft, words)]),
  ];
}

/** All of a person's drafts, where Home shows only the newest. */
export function draftListModal(
  drafts: readonly DraftSeen[],
  by: MemberId,
  words: Words,
): ModalView {
  const { everyday } = words;
  const rest = drafts.length - LISTED_MAX;
  const none = drafts.length === 0 ? [section(words.draft.none())] : [];
  return modal({
    callbackId: callbackIds.draftList,
    title: words.draft.home.heading(),
    close: everyday.close(),
    blocks: [
      ...none,
      ...drafts.slice(0, LISTED_MAX).flatMap((seen) => draftLine(seen, by, words)),
      ...(rest > 0 ? [context([everyday.tooManyToShow({ n: rest })])] : []),
    ],
  });
}

/** Opens the list of all drafts. */
export function allDraftsButton(words: Words) {
  return button({ actionId: actionIds.listDrafts, label: words.draft.home.all(), value: 'all' });
}

/** A draft to read and to copy, with a word on why or by whom. */
export function draftReadModal({ draft }: DraftSeen, note: Saying, words: Words): ModalView {
  const { title, need, document, replaces, link } = draft.text;
  const { field } = words.propose;
  const texts = [
    { label: field.need(), text: need },
    { label: field.replaces(), text: replaces },
    { label: field.link(), text: link },
  ].filter(({ text }) => text !== '');
  const whole = richTextOf(labelled(field.proposal(), document));
  const fits = bytesIn(whole) <= FORMATTED_BYTES_MAX;
  return modal({
    callbackId: callbackIds.message,
    title: words.draft.title(),
    close: words.everyday.close(),
    blocks: [
      context([note]),
      ...(title === '' ? [] : [header(titleOf(draft, words))]),
      ...texts.flatMap(({ label, text }) => richTextOf(labelled(label, documentOfLines(text)))),
      ...(fits ? whole : sections(sayingOfLines(plainTextOf(document)))),
    ],
  });
}

/** Who saved what is kept, and when. */
export function savedLine({ draft, circle }: DraftSeen, words: Words): Saying {
  const at = moment(draft.savedAt, circle.settings.calendar.timeZone);
  return words.draft.saved({ member: member(draft.savedBy), at });
}

/** The one message to a person who is invited to write on a draft. */
export function draftInvitation({ draft, circle }: DraftSeen, words: Words): MessageContent {
  const { invited } = words.draft;
  const author = member(draft.author);
  const { name } = circle.settings;
  const said = invited.said({ author, circle: name, title: titleOf(draft, words) });
  const note = invited.note({ author });
  const open = button({ actionId: actionIds.openDraft, label: invited.open(), value: draft.id });
  return message({
    text: joined([said, note], '\n'),
    blocks: [section(said), actions([open]), context([note])],
  });
}

/** What a draft is called, as far as it is called anything. */
export function titleOf({ text }: KeptDraft, words: Words, max = TITLE_SHOWN): Saying {
  return text.title === '' ? words.draft.untitled() : shortened(text.title, max);
}

function goOnButton(draft: KeptDraft, words: Words) {
  const { home } = words.draft;
  const title = titleOf(draft, words, SPOKEN_TITLE);
  return button({
    actionId: actionIds.openDraft,
    label: home.goOn(),
    spokenLabel: home.goOnSpoken({ title }),
    value: draft.id,
  });
}

function discardButton(draft: KeptDraft, words: Words) {
  const { home } = words.draft;
  const title = titleOf(draft, words, SPOKEN_TITLE);
  return button({
    actionId: actionIds.discardDraft,
    label: home.discard(),
    spokenLabel: home.discardSpoken({ title }),
    value: draft.id,
    confirm: {
      title: home.discardTitle(),
      text: home.discardText(),
      confirm: home.discardYes(),
      deny: home.discardNo(),
    },
  });
}
