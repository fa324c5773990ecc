import type { Answer } from './answer.ts';
import { type Clock, startClock } from './clock.ts';
import type { Courier, DeliverTo } from './delivery/courier.ts';
import { openDispatch } from './delivery/dispatch.ts';
import { formOf, httpCourier, postSigned } from './delivery/http-courier.ts';
import { type SocketKnobs, type SocketServer, openSocketServer } from './delivery/socket-server.ts';
import { type Faults, faultBoard } from './fault.ts';
import { startIds } from './ids.ts';
import { type Journal, openJournal } from './journal.ts';
import { type JsonObject, isObject, parseJson } from './json.ts';
import { eventDelivery } from './payload/event.ts';
import { answerOf } from './person/act.ts';
import { type PersonActs, personActs } from './person/acts.ts';
import { type Screen, screenOf } from './screen.ts';
import { type Listening, listen } from './server.ts';
import { type SlackState, stateOf } from './state/state.ts';
import { type Seen, until } from './until.ts';
import { webApi } from './web-api.ts';
import type { Workspace } from './workspace.ts';
import type { WorldSeed } from './world.ts';

/**
 * A whole Slack in one process, on 127.0.0.1: its Web API, its way of telling the bot, and the
 * people in front of it. How it differs from the real one: docs/sandbox.md.
 */
export type PretendSlack = PersonActs & {
  /** The Web API, `http://127.0.0.1:<port>/api/`: the bot's SLACK_API_URL. */
  readonly url: string;
  readonly port: number;
  readonly state: SlackState;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly socket: SocketKnobs;
  /** Changes where deliveries go, for a bot that listens only after this Slack has started. */
  deliverTo(where: DeliverTo): void;
  /** What this person has on their screen, and nothing else. */
  screenOf(who: string): Screen;
  /**
   * Waits until `look` answers more than undefined, null or false, and answers that. It looks
   * again after each entry of the journal. Throws after `withinMs` of the machine's time (5,000).
   */
  until<Found>(look: () => Found, withinMs?: number): Promise<Seen<Found>>;
  /** Tells the bot of any event, whether its manifest asks for it or not. */
  sendEvent(event: JsonObject): Promise<Answer>;
  /** Sends Slack's URL check; true where the bot echoes the challenge. HTTP only. */
  verifyUrl(): Promise<boolean>;
  /** Sends Slack's unsigned certificate check; answers the HTTP status. HTTP only. */
  checkSsl(): Promise<number>;
  /** How many ids were made so far: `idsTaken` of a pretend Slack that goes on from here. */
  idsTaken(): number;
  close(): Promise<void>;
};

export type PretendSlackOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly world: WorldSeed;
  /** Left out, deliveries are lost until `deliverTo` is called. */
  readonly deliverTo?: DeliverTo;
  /** Epoch milliseconds at which the clock starts; the machine's own time when left out. */
  readonly now?: number;
  /** Ids that were made before, where this one goes on with the state of an earlier one. */
  readonly idsTaken?: number;
  /** True by default. */
  readonly rateLimits?: boolean;
  /** True by default. */
  readonly strictBlocks?: boolean;
  /** How long the bot has to ack, by the machine's time: 3,000 as in Slack. */
  readonly ackTimeoutMs?: number;
};

/** Starts a pretend Slack on 127.0.0.1. Throws where the port is taken. */
export async function startPretendSlack(options: PretendSlackOptions): Promise<PretendSlack> {
  let port = 0;
  const workspace = openWorkspace(options, () => `http://127.0.0.1:${port}`);
  const socket = openSocketServer(workspace);
  const listening = await listen(workspace, webApi(workspace), options.port ?? 0, (...request) =>
    socket.upgrade(...request),
  );
  port = listening.port;
  return assemble(workspace, socket, listening, options.deliverTo);
}

function openWorkspace(options: PretendSlackOptions, address: () => string): Workspace {
  const clock = startClock(options.now);
  const ids = startIds(options.idsTaken);
  const journal = openJournal(() => clock.now());
  clock.onMove((now) => journal.write({ kind: 'clock', now }));
  return {
    state: stateOf(options.world, clock, ids),
    clock,
    ids,
    journal,
    faults: faultBoard(),
    rateLimits: options.rateLimits ?? true,
    strictBlocks: options.strictBlocks ?? true,
    ackTimeoutMs: options.ackTimeoutMs ?? ACK_TIMEOUT_MS,
    address,
  };
}

const ACK_TIMEOUT_MS = 3000;

function assemble(
  workspace: Workspace,
  socket: SocketServer,
  listening: Listening,
  first: DeliverTo | undefined,
): PretendSlack {
  let where = first;
  const courier = (): Courier | undefined => {
    if (where === undefined) return undefined;
    return where === 'socket' ? socket.courier : httpCourier(workspace, where.http);
  };
  const dispatch = openDispatch(workspace, courier);
  const { state, journal, clock, faults } = workspace;
  return {
    ...personActs({ workspace, dispatch }),
    url: `${workspace.address()}/api/`,
    port: listening.port,
    state,
    journal,
    clock,
    faults,
    socket,
    deliverTo: (next) => void (where = next),
    screenOf: (who) => screenOf(workspace, who),
    until: (look, withinMs = 5000) => until(journal, look, withinMs),
    sendEvent: async (event) => answerOf(await dispatch(eventDelivery(workspace, event)), 'click'),
    verifyUrl: () => verifyUrl(workspace, httpAddress(where)),
    checkSsl: () => checkSsl(workspace, httpAddress(where)),
    idsTaken: () => workspace.ids.taken(),
    async close() {
      clock.close();
      faults.clear();
      socket.close();
      await listening.close();
    },
  };
}

function httpAddress(where: DeliverTo | undefined): string {
  if (where === undefined || where === 'socket') throw new Error('There is no HTTP address.');
  return where.http;
}

async function verifyUrl(workspace: Workspace, address: string): Promise<boolean> {
  const challenge = workspace.ids.secret();
  const token = workspace.state.app.verificationToken ?? 'verification-token';
  const body = JSON.stringify({ type: 'url_verification', token, challenge });
  const headers = { 'content-type': 'application/json' };
  const response = await postSigned(workspace, address, body, headers);
  const text = await response.text();
  const parsed = parseJson(text);
  return text === challenge || (isObject(parsed) && parsed['challenge'] === challenge);
}

async function checkSsl(workspace: Workspace, address: string): Promise<number> {
  const token = workspace.state.app.verificationToken ?? 'verification-token';
  const body = formOf({ ssl_check: '1', token });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(address, { method: 'POST', headers, body });
  return response.status;
}
