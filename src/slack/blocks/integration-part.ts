import type { Objection } from '../../core/objection.ts';
import { link, member } from '../../words/terms.ts';
import { actionIds, objectionValue } from '../ids.ts';
import { button } from './elements.ts';
import { actions, context } from './kit.ts';
import { line, quiet, type Post, type Told } from './thread-post.ts';

type About = Pick<Told, 'round' | 'words'> & { readonly objection: Objection };

/** In its thread: its owner is asked first what would make it OK (docs/process.md §2.1, §2.6). */
export function ownerAskedPost({ round, objection, words }: About): Post {
  const { integration, objectionCard } = words;
  const owner = member(objection.by);
  const value = objectionValue.seal(round.id, objection.id);
  const row = actions([
    button({ actionId: actionIds.rewordObjection, label: integration.addIdea(), value }),
    button({ actionId: actionIds.talkObjection, label: objectionCard.talk(), value }),
  ]);
  const hint = integration.ownerHint({ owner });
  return [line(integration.ownerAsked({ owner })), { said: hint, blocks: [row, context([hint])] }];
}

/** In its thread: then everyone is asked (docs/process.md §2.1, §2.6). */
export function circleAskedPost({ round, objection, words }: About): Post {
  const { integration } = words;
  const owner = member(objection.by);
  const proposer = member(round.proposedBy);
  return [line(integration.circleAsked({ owner })), quiet(integration.circleHint({ proposer }))];
}

/** Under the card: where ideas are looked for (docs/process.md §D13, §2.1). */
export function ideasPost({ event, round, words, talk }: Told<'circle_asked_for_ideas'>): Post {
  const { integration, objectionWork } = words;
  const objection = round.objections.find(({ id }) => id === event.objectionId);
  const owner = member(objection?.by ?? round.proposedBy);
  const said = talk
    ? integration.under({ owner, link: link(talk, objectionWork.under.talk()) })
    : integration.underNoLink({ owner });
  return [line(said), quiet(integration.underNext())];
}
