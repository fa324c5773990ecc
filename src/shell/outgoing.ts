import type { Instant } from '../core/calendar.ts';
import type { TeamId } from '../core/ids.ts';
import type { Notice } from '../core/notice.ts';
import type { NewNotice } from './store.ts';

/**
 * A notice made ready for the outbox: its key (what makes it one of a kind) and its stream (what
 * must stay in order). Source: docs/process.md §D13.
 */
export function outgoing(teamId: TeamId, notice: Notice, at: Instant): NewNotice {
  return { teamId, notice, createdAt: at, dueAt: at, ...addressOf(teamId, notice) };
}

/** The key under which a person's nudge is sent, over all their circles. */
export function nudgeKey(teamId: TeamId, member: string): string {
  return `nudge:${teamId}:${member}`;
}

function addressOf(teamId: TeamId, notice: Notice): { key: string; stream: string } {
  switch (notice.kind) {
    case 'card':
      return { key: `card:${notice.roundId}`, stream: `card:${notice.roundId}` };
    case 'thread':
      return {
        key: `thread:${notice.roundId}:${notice.seq}`,
        stream: `thread:${notice.roundId}`,
      };
    case 'objection': {
      const key = `objection:${notice.roundId}:${notice.objectionId}`;
      return { key, stream: key };
    }
    case 'objection_thread': {
      const stream = `objection-thread:${notice.roundId}:${notice.objectionId}`;
      return { key: `${stream}:${notice.seq}`, stream };
    }
    case 'direct':
      return {
        key: `direct:${notice.roundId}:${notice.seq}:${notice.to}`,
        stream: `direct:${teamId}:${notice.to}`,
      };
    case 'nudge':
      return { key: nudgeKey(teamId, notice.to), stream: nudgeKey(teamId, notice.to) };
    case 'no_answer': {
      const key = `no_answer:${notice.roundId}:${notice.to}`;
      return { key, stream: key };
    }
    case 'handed_on':
      return {
        key: `handed_on:${notice.roundId}:${notice.seq}`,
        stream: `handed_on:${notice.channelId}`,
      };
    case 'circle_news':
      return {
        key: `circle:${notice.circleId}:${notice.seq}`,
        stream: `circle:${notice.circleId}`,
      };
    case 'circle_direct':
      return {
        key: `circle-direct:${notice.circleId}:${notice.seq}:${notice.to}`,
        stream: `direct:${teamId}:${notice.to}`,
      };
    case 'draft_invited':
      return {
        key: `draft:${notice.draftId}:${notice.to}`,
        stream: `direct:${teamId}:${notice.to}`,
      };
    case 'summary_unposted':
      return {
        key: `summary_unposted:${notice.roundId}:${notice.seq}`,
        stream: `direct:${teamId}:${notice.to}`,
      };
    case 'card_unposted':
      return {
        key: `unposted:${notice.roundId}:${notice.error}`,
        stream: `direct:${teamId}:${notice.to}`,
      };
  }
}
