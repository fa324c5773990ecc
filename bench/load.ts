import { createHmac } from 'node:crypto';

export const SIGNING_SECRET = 'benchsigningsecret0123456789abcd';
export const ROUNDS = 40;
export const MEMBERS = 12;

/** One signed click: members in turn consent and take their answer back, so that each changes. */
export function clickNumber(
  index: number,
  responseUrl: string,
): { headers: Record<string, string>; body: string } {
  const round = index % ROUNDS;
  const member = Math.floor(index / ROUNDS) % MEMBERS;
  const isBack = Math.floor(index / (ROUNDS * MEMBERS)) % 2 === 1;
  const payload = {
    type: 'block_actions',
    user: { id: `UM${member}`, username: `m${member}`, team_id: 'TWILLOW' },
    api_app_id: 'ACONSENT',
    team: { id: 'TWILLOW', domain: 'willow-bank' },
    container: { type: 'message', message_ts: '1.1', channel_id: 'DBENCH' },
    channel: { id: 'DBENCH', name: 'directmessage' },
    response_url: responseUrl,
    trigger_id: `${index}.1.x`,
    actions: [
      {
        type: 'button',
        action_id: isBack ? 'round.answer.take_back' : 'round.answer.consent',
        block_id: 'b',
        value: `r_bench_${round}`,
        action_ts: `${index}.1`,
      },
    ],
    message: { ts: '1.1', text: 'x'.repeat(3_500) },
  };
  const body = `payload=${encodeURIComponent(JSON.stringify(payload))}`;
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const base = `v0:${timestamp}:${body}`;
  const signature = `v0=${createHmac('sha256', SIGNING_SECRET).update(base).digest('hex')}`;
  return {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    },
    body,
  };
}
