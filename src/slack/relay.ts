import { isDay } from '../core/calendar.ts';
import { memberId, objectionId, relayId } from '../core/ids.ts';
import { RELAY_CHANNELS, RELAY_WORDINGS } from '../core/relayed-answer.ts';
import type { RelayedSaying, RelayForm } from '../core/relayed-answer.ts';
import { whyNotRecorder } from '../core/relaying.ts';
import type { Saying } from '../words/message.ts';
import { member } from '../words/terms.ts';
import { aboutRound, seenNow, tell, tellRefusal, type RoundClick } from './about-round.ts';
import { privately } from './blocks/receipt.ts';
import { relayFields, relayForm } from './blocks/relay-modal.ts';
import { noticeModal } from './blocks/skeleton.ts';
import { fieldsOf, type Fields } from './form-state.ts';
import { actionIds, callbackIds, relayValue } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm, refuseForm, roundForm, type RoundForm } from './round-form.ts';
import type { Services } from './services.ts';

const TEXTS = ['harm', 'effect', 'remedy', 'note', 'supporter'] as const;
type SentRelay = RoundForm<(typeof TEXTS)[number]>;

/**
 * Answers that people gave outside Slack: writing one down, and saying whether it is right.
 * Source: docs/process.md §2.3, §3, §10 case 18.
 */
export const relayListeners: Listeners = {
  clicks: {
    [actionIds.relayAnswer]: aboutRound(openRelay),
    [actionIds.confirmRelay]: aboutRound((about, services) =>
      respond(about, 'confirm_relay', services),
    ),
    [actionIds.denyRelay]: aboutRound((about, services) => respond(about, 'deny_relay', services)),
  },
  submissions: { [callbackIds.relayForm]: roundForm(TEXTS, relay) },
};

async function openRelay(about: RoundClick, services: Services): Promise<void> {
  const seen = seenNow(about.known, services);
  const { by } = about.click;
  const refused = whyNotRecorder(seen.round, { by, at: seen.now, circle: seen.circle });
  if (refused) return tellRefusal(about, refused, services);
  await openForm(about, relayForm(seen, services.words), services);
}

async function relay(form: SentRelay, services: Services): Promise<void> {
  const { submission, reply, known } = form;
  const { words } = services;
  const read = relayIn(form, services);
  if ('missing' in read) return reply.errors(read.missing);
  const result = await services.performer.onRound(known.round.id, {
    type: 'relay_answer',
    relayId: relayId(`y_${submission.view.id}`),
    ...read.form,
    at: services.now(),
    by: submission.by,
  });
  if (result.refused) return refuseForm(form, result.refused, services);
  const { said, member: who } = read.form;
  const say =
    said.kind === 'objection' ? words.relay.recorded.objection : words.relay.recorded.waits;
  const sayings = [say({ member: member(who) })];
  await reply.show(noticeModal({ title: words.relay.form.title(), sayings }, words));
}

type Read = { readonly form: RelayForm } | { readonly missing: Readonly<Record<string, string>> };

function relayIn(sent: SentRelay, { words }: Services): Read {
  const fields = fieldsOf(sent.submission.view.values);
  const who = fields.user(relayFields.member);
  const saidOn = fields.day(relayFields.saidOn);
  const { form } = words.relay;
  if (!who) return { missing: { [relayFields.member]: form.chooseMember().plain } };
  if (!saidOn || !isDay(saidOn))
    return { missing: { [relayFields.saidOn]: form.chooseDay().plain } };
  const witness = fields.user(relayFields.witness);
  return {
    form: {
      member: memberId(who),
      said: saidIn(sent, fields),
      wording: oneOf(RELAY_WORDINGS, fields.chosen(relayFields.wording)),
      channel: oneOf(RELAY_CHANNELS, fields.chosen(relayFields.channel)),
      supporter: sent.text('supporter'),
      saidOn,
      witness: witness ? memberId(witness) : null,
    },
  };
}

function saidIn({ submission, text }: SentRelay, fields: Fields): RelayedSaying {
  switch (fields.chosen(relayFields.answer)) {
    case 'consent':
      return { kind: 'consent', note: text('note') };
    case 'more_time':
      return { kind: 'more_time', needs: text('note') };
    default: {
      const [harm, effect] = [text('harm') ?? '', text('effect') ?? ''];
      const id = objectionId(`o_${submission.view.id}`);
      return { kind: 'objection', objectionId: id, harm, effect, remedy: text('remedy') };
    }
  }
}

/** What was chosen; the last one where nothing that we know was. */
function oneOf<Choice extends string>(choices: readonly [...Choice[]], chosen: string | null) {
  const found = choices.find((choice) => choice === chosen) ?? choices.at(-1);
  if (!found) throw new Error('There is nothing to choose from');
  return found;
}

/** The person, or the witness, says whether it is right. */
async function respond(
  about: RoundClick,
  type: 'confirm_relay' | 'deny_relay',
  services: Services,
): Promise<void> {
  const { click, reply, known } = about;
  const { by } = click;
  const id = relayValue.open(click.value);
  const result = await services.performer.onRound(known.round.id, {
    type,
    relayId: id,
    at: services.now(),
    by,
  });
  if (result.refused) return tellRefusal(about, result.refused, services);
  await reply.ack();
  const found = result.round.relays.find((one) => one.id === id);
  if (found) await tell(about, privately(thanks(found, type, by, services)), services);
}

function thanks(
  found: { readonly member: string; readonly relayedBy: string },
  type: 'confirm_relay' | 'deny_relay',
  by: string,
  { words }: Services,
): Saying {
  const { confirmed, denied } = words.relay;
  const isOwn = found.member === by;
  if (type === 'deny_relay') {
    return isOwn ? denied.own() : denied.witness({ recorder: member(found.relayedBy) });
  }
  return isOwn ? confirmed.own() : confirmed.witness({ member: member(found.member) });
}
