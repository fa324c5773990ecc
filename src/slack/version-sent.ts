import { isFullMember } from '../core/circle.ts';
import { lengthOf } from '../core/document.ts';
import { memberId, objectionId, roundId } from '../core/ids.ts';
import type { PublishCommand } from '../core/next-version.ts';
import type { ProposalField } from '../core/proposal.ts';
import { currentVersion } from '../core/round.ts';
import type { Wording } from '../core/version.ts';
import type { RoundRefusal } from '../core/round-refusal.ts';
import { changesBetween } from '../core/version-changes.ts';
import type { RoundResult } from '../shell/perform.ts';
import { explainEnding } from '../words/explain-ending.ts';
import { explainFieldProblem } from '../words/explain-proposal.ts';
import { explainRound } from '../words/explain.ts';
import type { Saying } from '../words/message.ts';
import { joined } from '../words/terms.ts';
import {
  TICKED,
  versionDoneModal,
  versionFields,
  versionMetadata,
} from './blocks/next-version-modal.ts';
import { fieldsOf, type Fields } from './form-state.ts';
import type { Submission } from './interaction.ts';
import { roundFor } from './open-rounds.ts';
import type { SubmissionReply } from './reply-to-person.ts';
import type { Services } from './services.ts';

/**
 * The form of a next version is sent. Whatever stands in the way is said under a field and the
 * form stays open with everything that was typed: nothing is ever lost (docs/process.md §2.6).
 */
export async function onVersionForm(
  submission: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { by, view } = submission;
  const { words, performer } = services;
  const about = versionMetadata.open(view.metadata);
  const seen = about && (await roundFor(by, roundId(about.round), services));
  if (!about || !seen || !isFullMember(seen.circle, by)) {
    return reply.errors({ [versionFields.proposal]: words.resolve.unknownRound().plain });
  }
  const command = { ...written(fieldsOf(view.values)), basedOn: about.version };
  const result = await performer.onRound(seen.round.id, {
    ...command,
    type: 'publish_next_version',
    at: services.now(),
    by,
  });
  const { refused } = result;
  if (refused && !isSameDeed(command, by, result)) {
    return reply.errors(errorsOf(refused, { command, view, result }, services));
  }
  const { round, circle } = result;
  await reply.show(versionDoneModal({ round, circle, now: services.now() }, words));
}

type Written = Omit<PublishCommand, 'type' | 'at' | 'by' | 'basedOn'>;
type Sent = {
  readonly command: Written;
  readonly view: Submission['view'];
  readonly result: RoundResult;
};

function written(fields: Fields): Written {
  const wording: Wording = {
    title: fields.text(versionFields.title) ?? '',
    need: fields.text(versionFields.need) ?? '',
    document: fields.document(versionFields.proposal),
    owner: memberId(fields.user(versionFields.owner) ?? ''),
    reviewOn: fields.day(versionFields.reviewOn) ?? '',
    link: fields.text(versionFields.link),
  };
  return {
    wording,
    change: fields.chosen(versionFields.change) === 'wording' ? 'wording' : 'substance',
    answersObjections: fields.ticked(versionFields.answers).map(objectionId),
    linkedDocumentChanged: fields.ticked(versionFields.linked).includes(TICKED),
    proposerAgrees: fields.ticked(versionFields.agrees).includes(TICKED),
  };
}

/** True where this person published this very text a moment ago: a form that Slack sent twice. */
function isSameDeed(
  { basedOn, wording }: Written & { readonly basedOn: number },
  by: string,
  { round }: RoundResult,
): boolean {
  const version = currentVersion(round);
  const isNext = version.number === basedOn + 1 && version.publishedBy === by;
  return isNext && changesBetween(version, wording).length === 0;
}

/** Where a problem is said; the text itself for what has no field of its own here. */
const FIELDS: Readonly<Partial<Record<ProposalField, string>>> = {
  title: versionFields.title,
  need: versionFields.need,
  proposal: versionFields.proposal,
  owner: versionFields.owner,
  review_on: versionFields.reviewOn,
  link: versionFields.link,
};

/** Each problem under its field; what concerns none of them stands under the text. */
function errorsOf(
  refused: RoundRefusal,
  { command, view, result }: Sent,
  services: Services,
): Record<string, string> {
  const { words } = services;
  const zone = result.circle.settings.calendar.timeZone;
  if (refused.code === 'version_incomplete') {
    const length = lengthOf(command.wording.document);
    return Object.fromEntries(
      refused.problems.map((problem) => {
        const { plain } = explainFieldProblem(problem, { zone, length, words });
        return [FIELDS[problem.field] ?? versionFields.proposal, plain] as const;
      }),
    );
  }
  const field = fieldOf(refused);
  const isShown = Object.values(view.values).some((block) => field in block);
  const { plain } = whyNotPublished(refused, zone, services);
  return { [isShown ? field : versionFields.proposal]: plain };
}

/** What another try with the same form mends, or says itself that the text is still there. */
const TRIED_AGAIN: ReadonlySet<RoundRefusal['code']> = new Set<RoundRefusal['code']>([
  'version_newer',
  'proposer_agreement_missing',
  'nothing_changed',
  'change_is_substance',
]);

/** Where no other try helps, that the text is still there to copy (docs/process.md §D12). */
function whyNotPublished(
  refused: RoundRefusal,
  zone: string,
  { words, now }: Pick<Services, 'words' | 'now'>,
): Saying {
  // Under a field Slack shows plain text, in which a person would be a bare id.
  const said = 'facilitators' in refused ? { ...refused, facilitators: [] } : refused;
  const why =
    said.code === 'round_ended'
      ? explainEnding(words, said.ending, { zone, now: now() })
      : explainRound(words, said, zone);
  return TRIED_AGAIN.has(refused.code) ? why : joined([why, words.version.refused.stillHere()]);
}

function fieldOf({ code }: RoundRefusal): string {
  if (code === 'proposer_agreement_missing') return versionFields.agrees;
  return code === 'change_is_substance' ? versionFields.change : versionFields.proposal;
}
