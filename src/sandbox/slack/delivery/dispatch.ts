import type { Workspace } from '../workspace.ts';
import type { Attempt, Courier, Delivery, Receipt } from './courier.ts';

/** Tells the bot something, and answers what came back from the first attempt. */
export type Dispatch = (delivery: Delivery) => Promise<Receipt>;

/** After how long a lost event comes again: at once, after a minute, after five. */
const RETRY_DELAYS_MS = [0, 60_000, 300_000] as const;

/**
 * Opens the way to the bot. Events that were not acked come again, up to three times; commands
 * and interactions never do. `courier` is asked anew each time, for it may change.
 */
export function openDispatch(workspace: Workspace, courier: () => Courier | undefined): Dispatch {
  return async (delivery) => {
    const isEvent = delivery.kind === 'events_api';
    if (!isEvent && leadsNowhere(workspace, delivery)) return UNREACHABLE;
    const over = await workspace.faults.turn();
    const receipt = await attemptOnce(workspace, courier(), delivery, FIRST);
    over();
    if (isEvent) planRetry(workspace, courier, delivery, receipt, 1);
    return receipt;
  };
}

/** The buttons of an app that was removed, or that has never asked for interactivity. */
function leadsNowhere({ state }: Workspace, { kind }: Delivery): boolean {
  const isOff = state.app.manifest.settings?.interactivity?.is_enabled === false;
  return state.bot === 'account_inactive' || (kind === 'interactive' && isOff);
}

const FIRST: Attempt = { number: 0, reason: '' };

function planRetry(
  workspace: Workspace,
  courier: () => Courier | undefined,
  delivery: Delivery,
  receipt: Receipt,
  number: number,
): void {
  const planned = RETRY_DELAYS_MS[number - 1];
  if (receipt.outcome === 'acked' || planned === undefined || isUnwanted(receipt)) return;
  const isSocket = courier()?.transport === 'socket';
  // Over Socket Mode an envelope comes again as soon as its time to be acked is over.
  const delay = isSocket && receipt.outcome === 'timeout' ? 0 : planned;
  const reason = isSocket ? 'timeout' : reasonOf(receipt);
  workspace.clock.after(delay, () => {
    void attemptOnce(workspace, courier(), delivery, { number, reason }).then((next) =>
      planRetry(workspace, courier, delivery, next, number + 1),
    );
  });
}

function isUnwanted(receipt: Receipt): boolean {
  return receipt.outcome === 'refused' && receipt.noRetry;
}

function reasonOf(receipt: Receipt): string {
  if (receipt.outcome === 'timeout') return 'http_timeout';
  return receipt.outcome === 'refused' ? 'http_error' : 'connection_failed';
}

async function attemptOnce(
  workspace: Workspace,
  courier: Courier | undefined,
  delivery: Delivery,
  attempt: Attempt,
): Promise<Receipt> {
  const { faults, journal, ids } = workspace;
  const fault = faults.takeDelivery(delivery.name);
  const { name, payload } = delivery;
  const id = ids.next('Dl');
  const transport = courier?.transport ?? 'http';
  const entry = { id, transport, name, payload, attempt: attempt.number };
  journal.write({ kind: 'delivery', ...entry, ...(fault === undefined ? {} : { fault }) });
  const startedAt = performance.now();
  const times = { lost: 0, twice: 2, drop_ack: 1, none: 1 }[fault ?? 'none'];
  const told = courier === undefined ? [] : Array.from({ length: times }, () => courier);
  const [first] = await Promise.all(told.map((each) => each.send(delivery, attempt)));
  const isLost = fault === 'drop_ack' || fault === 'lost';
  const receipt = isLost ? LOST : (first ?? UNREACHABLE);
  journal.write({
    kind: 'receipt',
    id,
    name,
    outcome: receipt.outcome,
    ...(receipt.outcome === 'refused' ? { status: receipt.status } : {}),
    ...(receipt.outcome === 'acked' ? { body: receipt.body } : {}),
    tookMs: Math.round(performance.now() - startedAt),
  });
  return receipt;
}

const LOST: Receipt = { outcome: 'timeout' };
const UNREACHABLE: Receipt = { outcome: 'unreachable' };
