import { channelId } from '../../src/core/ids.ts';
import type { Circle } from '../../src/core/circle.ts';
import type { Round } from '../../src/core/round.ts';
import type { FormValues } from '../../src/sandbox/slack/person/form-value.ts';
import { isObject, type Json, type JsonObject } from '../../src/sandbox/slack/json.ts';
import { app, channels, people } from '../../src/sandbox/world.ts';
import { startWillowBank } from './program.ts';
import { shownIn } from './shown.ts';
import { payloadBody, send, signed } from './slack-request.ts';

const POSTED_WITHIN_MS = 5_000;

/** Willow Bank before it has any circle, with the hands and eyes of people who fill in forms. */
export async function startForms(options: Parameters<typeof startWillowBank>[0] = {}) {
  const running = await startWillowBank(options);
  const { slack, program } = running;
  const { store, performer, identity } = program;
  const screen = (who: string) => slack.screenOf(who);
  const posts = (channel: string = channels.willow) =>
    screen(people.ana)
      .messages(channel)
      .map(({ text }) => text);

  const forms = {
    ...running,
    screen,
    /** What the top modal of this person says. */
    shown: (who: string) => shownIn(screen(who).modal?.blocks),
    /** What stands in a field of their top modal, in whichever block it is. */
    valueOf: (who: string, field: string): Json | undefined =>
      Object.values(screen(who).modal?.values ?? {})
        .map((block) => (isObject(block) ? block[field] : undefined))
        .find((each) => each !== undefined),
    posts,
    /** Lets time go by until the channel has heard that often: posts keep a pace. */
    async heard(count: number, channel: string = channels.willow): Promise<string[]> {
      await forms.passing(() => posts(channel).length >= count);
      return posts(channel);
    },
    /** Lets time go by until a post says that; false where none does. */
    posted: (channel: string, words: string): Promise<boolean> =>
      forms.passing(() => posts(channel).some((text) => text.includes(words))),
    async passing(isDone: () => boolean): Promise<boolean> {
      const latest = performance.now() + POSTED_WITHIN_MS;
      while (!isDone() && performance.now() < latest) await running.advance(100);
      return isDone();
    },
    /** Opens the form that sets up a channel's circle, and waits until it is filled. */
    async openForm(who: string, channel: string): Promise<void> {
      await slack.command(who, channel, '/circle');
      await slack.until(() => screen(who).modal?.submit);
    },
    /** Sets up a circle by its form. */
    async setUp(who: string, channel: string, values: FormValues = {}): Promise<void> {
      await forms.openForm(who, channel);
      const said = { name: 'Willow Team', aim: 'Good days at home', ...values };
      const answer = await slack.submit(who, said);
      if (answer.kind !== 'acked') throw new Error(`Not set up: ${JSON.stringify(answer)}`);
      await slack.closeView(who, { all: true });
      await running.settle();
    },
    async openCircle(who: string): Promise<void> {
      await slack.command(who, channels.willow, '/circle');
      await slack.until(() => screen(who).modal?.callbackId === 'circle.show');
    },
    /** Changes the circle of the Willow Team by its form. */
    async changeCircle(who: string, values: FormValues) {
      await forms.openCircle(who);
      await slack.click(who, { text: 'Change' });
      const answer = await slack.submit(who, values);
      await running.settle();
      await slack.closeView(who, { all: true });
      return answer;
    },
    async circleOf(channel: string): Promise<Circle | null> {
      const id = await store.circleOfChannel(identity.teamId, channelId(channel));
      return id && performer.circle(id);
    },
    async roundNumbered(number: number): Promise<Round | null> {
      const id = await store.roundNumbered(identity.teamId, number);
      const found = id && (await performer.round(id));
      return found ? found.round : null;
    },
    /** Sends a signed payload that Slack's own client would not have sent. */
    async forged(payload: object): Promise<{ status: number; body: string }> {
      const body = payloadBody(payload);
      const headers = signed(body, { secret: app.signingSecret });
      return send(program.address.port, { body, headers });
    },
  };
  return forms;
}

export type Forms = Awaited<ReturnType<typeof startForms>>;

/** A form as a forger, or a client of an older release, would send it. */
export function forgedForm(
  who: string,
  callbackId: string,
  metadata: string,
  values: JsonObject = {},
): object {
  return {
    type: 'view_submission',
    team: { id: 'TWILLOW' },
    user: { id: who, team_id: 'TWILLOW' },
    view: {
      id: 'VFORGED',
      type: 'modal',
      callback_id: callbackId,
      private_metadata: metadata,
      state: { values },
    },
  };
}

/** A rich text of one line, as a person writes it. */
export function richText(text: string): JsonObject {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}
