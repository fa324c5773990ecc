import { postgresKit } from './kit.postgres.ts';
import { makeTables } from './tables.ts';

/** What drizzle-kit reads in order to write the migrations. */
export const {
  circles,
  memberships,
  circle_events,
  rounds,
  versions,
  extensions,
  decisions,
  round_events,
  asked,
  answers,
  objections,
  questions,
  notices,
  cards,
  objection_messages,
  round_messages,
  timer_runs,
  counters,
  drafts,
  drafters,
} = makeTables(postgresKit);
