import type { Circle } from '../core/circle.ts';
import type { CircleForm } from '../core/circle-form.ts';
import { agreementBy, agreementOf, type AdoptionRefusal } from '../core/silence.ts';
import type { SilenceAgreement } from '../core/silence.ts';
import type { Saying } from '../words/message.ts';
import { circleFields } from './blocks/circle-fields.ts';
import type { Fields } from './form-state.ts';
import type { Services } from './services.ts';

/**
 * What the form says that silence means, with the decision that agreed to it; or why that decision
 * does not make it so. What stays as it was needs no new proof. Source: docs/process.md §2.5.
 */
export async function silenceChosen(
  fields: Fields,
  circle: Circle,
  services: Services,
): Promise<{ readonly agreement: SilenceAgreement } | { readonly problem: Saying }> {
  const before = agreementOf(circle.settings);
  const policy = fields.chosen(circleFields.silence) ?? before.policy;
  if (policy !== 'floor' && policy !== 'lazy') return { agreement: { policy: 'explicit' } };
  const typed = fields.text(circleFields.silenceDecision) ?? '';
  const number = Number(/^\s*(?:d\s*-?\s*)?(\d{1,9})\s*$/iu.exec(typed)?.[1] ?? Number.NaN);
  const isKept = before.policy === policy && before.decisionNumber === number;
  if (isKept) return { agreement: before };
  if (typed === '') return { problem: services.words.silence.refused.missing() };

  const { store, performer, teamId } = services;
  const id = Number.isNaN(number) ? null : await store.decisionNumbered(teamId, number);
  const found = id && (await performer.round(id));
  const { timeZone } = circle.settings.calendar;
  const ruling = agreementBy(policy, found ? found.round : null, { id: circle.id, timeZone });
  return 'refused' in ruling ? problem(ruling.refused.code, services) : ruling;
}

/** The form with that agreement; a circle that never had another one is told of no change. */
export function withSilence(form: CircleForm, agreement: SilenceAgreement): CircleForm {
  const { settings } = form;
  const isUsual = agreement.policy === 'explicit' && agreementOf(settings).policy === 'explicit';
  return isUsual ? form : { ...form, settings: { ...settings, silence: agreement } };
}

function problem(code: AdoptionRefusal['code'], { words }: Services): { problem: Saying } {
  const { refused } = words.silence;
  const said = {
    silence_decision_unknown: refused.unknown,
    silence_decision_silent: refused.silent,
  }[code];
  return { problem: said() };
}
