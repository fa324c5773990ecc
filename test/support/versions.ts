import { documentOfText } from '../../src/core/document-of-text.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { reconsentDeadline, type PublishCommand } from '../../src/core/next-version.ts';
import type { Wording } from '../../src/core/version.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { bakery, ben, deciders, sundayForm, wednesday } from './bakery.ts';

/** What Ben's proposal says at first. */
export const sundayWording: Wording = {
  title: sundayForm.title,
  need: sundayForm.need,
  document: sundayForm.document,
  owner: sundayForm.owner,
  reviewOn: sundayForm.reviewOn,
  link: null,
};

/** What it says after Dee's objection. */
export const betterWording: Wording = {
  ...sundayWording,
  document: documentOfText('We open on Sundays from 8:00 to 11:00.\nThree people bake in turns.'),
};

/** Ben publishes what answers Dee's objection. */
export const publishes = (changes: Partial<PublishCommand> = {}): PublishCommand => ({
  type: 'publish_next_version',
  basedOn: 1,
  change: 'substance',
  wording: betterWording,
  answersObjections: [],
  linkedDocumentChanged: false,
  proposerAgrees: false,
  at: wednesday,
  by: ben,
  ...changes,
});

type Published = RoundEvent & { readonly type: 'version_published' };

/** A version of substance has been published; everybody in the bakery is asked. */
export const published = (number: number, changes: Partial<Published> = {}): Published => {
  const at = changes.at ?? wednesday;
  return {
    type: 'version_published',
    number,
    change: 'substance',
    ...betterWording,
    title: `Open on Sundays, take ${number}`,
    answersObjections: [],
    onBehalf: null,
    linkedDocumentChanged: false,
    asking: asking(at),
    by: ben,
    ...changes,
    at,
  };
};

/** Whom a new window asks, and until when. */
export const asking = (at: number) => ({
  asked: deciders,
  away: [],
  deadlineAt: reconsentDeadline(at, bakery.settings.calendar),
});

/** Only words were changed. */
export const reworded = (number: number, at: number = wednesday, by: MemberId = ben) =>
  published(number, { change: 'wording', asking: null, at, by });
