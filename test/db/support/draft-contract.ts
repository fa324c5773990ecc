import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../../src/core/document-of-text.ts';
import { draftId, roundId } from '../../../src/core/ids.ts';
import type { KeptDraft } from '../../../src/core/kept-draft.ts';
import { StaleState } from '../../../src/shell/store.ts';
import * as world from './bakery.ts';
import { openWorld, type OpenDatabase } from './harness.ts';

const { ada, ben, cleo, bakery, team, MONDAY, HOUR } = world;

const draft: KeptDraft = {
  id: draftId('d_1'),
  teamId: team,
  circleId: bakery,
  author: ben,
  drafters: [cleo, ada],
  revision: 1,
  savedAt: MONDAY,
  savedBy: ben,
  text: {
    title: 'Open on Sundays \0 \ud800',
    need: '',
    document: documentOfText('Open 8–12'),
    owner: null,
    reviewOn: null,
    deadlineAt: MONDAY + HOUR,
    replaces: '',
    link: '',
    isQuick: false,
    topic: null,
    beginsWith: 'questions',
    concerns: null,
    isRemoval: false,
    again: null,
  },
};

/** What holds for drafts, on every database. */
export function draftContract(openDatabase: OpenDatabase): void {
  const open = async () => {
    const database = await openDatabase();
    const bakers = await openWorld(database);
    await world.openCircle(bakers);
    await bakers.store.saveDraft({ draft, notices: [] });
    return { ...bakers, database };
  };

  describe('drafts', () => {
    test('come back as they were kept', async () => {
      const { store } = await open();
      expect(await store.draftOf(draft.id)).toEqual(draft);
      expect(await store.draftOf(draftId('another'))).toBeNull();
    });

    test('are listed for their author and for whom they invited, newest first', async () => {
      const { store } = await open();
      const later = { ...draft, id: draftId('d_2'), drafters: [], savedAt: MONDAY + HOUR };
      await store.saveDraft({ draft: later, notices: [] });
      expect(await store.draftsOf(team, ben)).toEqual([later, draft]);
      expect(await store.draftsOf(team, cleo)).toEqual([draft]);
      expect(await store.draftsOf(team, world.dora)).toEqual([]);
      expect(await store.draftsOf('T0OTHER' as typeof team, ben)).toEqual([]);
    });

    test('are saved over what their form was opened on, and over nothing else', async () => {
      const { store } = await open();
      const second = { ...draft, revision: 2, savedBy: cleo, drafters: [cleo] };
      await store.saveDraft({ draft: second, notices: [] });
      expect(await store.draftOf(draft.id)).toEqual(second);
      const late = { ...draft, revision: 2, drafters: [] };
      for (const stale of [late, draft, { ...draft, revision: 9 }]) {
        await expect(store.saveDraft({ draft: stale, notices: [] })).rejects.toThrow(StaleState);
      }
      expect(await store.draftOf(draft.id)).toEqual(second);
      expect(await store.draftsOf(team, ada)).toEqual([]);
    });

    test('are really gone when they are discarded', async () => {
      const { store, database } = await open();
      await store.discardDraft(draft.id);
      await store.discardDraft(draft.id);
      expect(await store.draftOf(draft.id)).toBeNull();
      expect(await store.draftsOf(team, cleo)).toEqual([]);
      expect(await database.raw('select id from drafts')).toEqual([]);
      expect(await database.raw('select draft_id from drafters')).toEqual([]);
    });

    test('are gone with the opening of the round that they became', async () => {
      const { store, performer } = await open();
      const command = { id: roundId('sent'), form: world.proposal, at: MONDAY, by: ben };
      await performer.propose(bakery, command, { id: draft.id, revision: 1 });
      expect(await store.draftOf(draft.id)).toBeNull();
      expect(await store.openRoundsOf(bakery)).toEqual([command.id]);
    });

    test('that somebody saved since open no round, and stay', async () => {
      const { store, performer } = await open();
      await store.saveDraft({ draft: { ...draft, revision: 2 }, notices: [] });
      const command = { id: roundId('sent'), form: world.proposal, at: MONDAY, by: ben };
      const sent = performer.propose(bakery, command, { id: draft.id, revision: 1 });
      await expect(sent).rejects.toThrow(StaleState);
      expect(await store.draftOf(draft.id)).toMatchObject({ revision: 2 });
      expect(await store.openRoundsOf(bakery)).toEqual([]);
      expect(await store.roundEvents(command.id)).toEqual([]);
    });
  });
}
