import type { VersionRefusal } from '../core/round-refusal.ts';
import type { Words } from './index.ts';
import { facilitatorsNamed } from './members.ts';
import type { Saying } from './message.ts';
import { member, moment } from './terms.ts';

/** Why a version is not published or not challenged, with the next step (§2.6, §D12). */
export function explainVersion(words: Words, refusal: VersionRefusal, zone: string): Saying {
  const { refused } = words.version;
  switch (refusal.code) {
    case 'not_publisher': {
      const proposer = member(refusal.proposer);
      if (refusal.facilitators.length === 0) return refused.notPublisherAlone({ proposer });
      const facilitators = facilitatorsNamed(refusal.facilitators, words);
      return refused.notPublisher({ proposer, facilitators });
    }
    case 'too_many_versions':
      return refused.tooMany({ max: refusal.max });
    case 'version_newer':
      return refused.newer({ n: refusal.number });
    case 'text_is_newer':
      return refused.older({ n: refusal.number });
    case 'proposer_agreement_missing':
      return refused.agreement({ proposer: member(refusal.proposer) });
    case 'version_incomplete':
      return refused.incomplete();
    case 'nothing_changed':
      return refused.nothing();
    case 'change_is_substance':
      return refused.substance();
    case 'nothing_to_challenge':
      return refused.nothingToChallenge();
    case 'challenge_over':
      return refused.challengeOver({ until: moment(refusal.untilAt, zone) });
  }
}
