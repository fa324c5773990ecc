import type { Store } from '../src/shell/store.ts';
import { circleOfChannel, circlesOf } from './circle-queries.ts';
import { commitCircle, commitRounds } from './commit.ts';
import { decisionNumbered, findDecisions } from './decision-queries.ts';
import { discardDraft, draftOf, draftsOf, saveDraft } from './draft-queries.ts';
import { circleEvents, roundEvents } from './history-queries.ts';
import * as notices from './notice-queries.ts';
import { objectionMessageOf, saveObjectionMessage } from './objection-message-queries.ts';
import { messageAt, saveMessage } from './round-message-queries.ts';
import * as rounds from './round-queries.ts';
import type { Driver } from './unit.ts';
import { checkHealth, lastTimerRun, nextNumber, saveTimerRun } from './upkeep-queries.ts';

/** The store that the shell asks, over either database. */
export function makeStore({ kind, exclusive, transact, read, close }: Driver): Store {
  return {
    kind,
    exclusive,
    close,
    commitRound: (...commits) => transact(commitRounds(commits)),
    commitCircle: (commit) => transact(commitCircle(commit)),
    nextNumber: (team, kind) => transact(nextNumber(team, kind)),
    roundEvents: (id) => read(roundEvents(id)),
    circleEvents: (id) => read(circleEvents(id)),
    circleOfChannel: (team, channel) => read(circleOfChannel(team, channel)),
    circlesOf: (team, member) => read(circlesOf(team, member)),
    roundNumbered: (team, number) => read(rounds.roundNumbered(team, number)),
    decisionNumbered: (team, number) => read(decisionNumbered(team, number)),
    openRoundsOf: (circleId) => read(rounds.openRounds(circleId)),
    openRounds: () => read(rounds.openRounds(null)),
    roundsWaitingFor: (team, member) => read(rounds.roundsWaitingFor(team, member)),
    dueRounds: (now, limit) => read(rounds.dueRounds(now, limit)),
    findDecisions: (search) => read(findDecisions(search)),
    leaseNotices: (now, limit, ms) => transact(notices.leaseNotices(now, limit, ms)),
    releaseLeases: () => transact(notices.releaseLeases()),
    noticeDelivered: (leased, at) => transact(notices.noticeDelivered(leased, at)),
    noticeNeedless: (leased) => transact(notices.noticeNeedless(leased)),
    noticePostponed: (leased, how) => transact(notices.noticePostponed(leased, how)),
    noticeGivenUp: (leased, at, error) => transact(notices.noticeGivenUp(leased, at, error)),
    addNotices: (added) => transact(notices.addNotices(added)),
    hastenNotices: (roundIds, at) => transact(notices.hastenNotices(roundIds, at)),
    nextNoticeAt: () => read(notices.nextNoticeAt()),
    oldestWaitingNotice: (now) => read(notices.oldestWaitingNotice(now)),
    lastDeliveredAt: (key) => read(notices.lastDeliveredAt(key)),
    cardOf: (roundId) => read(rounds.cardOf(roundId)),
    saveCard: (card, at) => transact(rounds.saveCard(card, at)),
    objectionMessageOf: (roundId, id) => read(objectionMessageOf(roundId, id)),
    saveObjectionMessage: (message, at) => transact(saveObjectionMessage(message, at)),
    messageAt: (place) => read(messageAt(place)),
    saveMessage: (message, at) => transact(saveMessage(message, at)),
    draftOf: (id) => read(draftOf(id)),
    draftsOf: (team, member) => read(draftsOf(team, member)),
    saveDraft: (commit) => transact(saveDraft(commit)),
    discardDraft: (id) => transact(discardDraft(id)),
    saveTimerRun: (name, at) => transact(saveTimerRun(name, at)),
    lastTimerRun: (name) => read(lastTimerRun(name)),
    checkHealth: () => transact(checkHealth()),
  };
}
