import type { Reader } from '../../../src/sandbox/page/reader.ts';

/** A name that would be a script, if anything let it. */
export const EVIL = '<script>alert("1")</script>\'&"';

/** Ana in London, on Wednesday, 18 March 2026, at 10:00. One person has a name like a script. */
export const ana: Reader = {
  id: 'UANA',
  zone: 'Europe/London',
  now: Date.UTC(2026, 2, 18, 10, 0),
  nameOf: (id) =>
    new Map([
      ['UANA', 'Ana Ortiz'],
      ['UEVIL', EVIL],
    ]).get(id),
  handleOf: (id) => (id === 'UANA' ? 'ana' : id),
  channelNameOf: (id) => (id === 'CWILLOW' ? 'willow-team' : undefined),
  placeOf: (address) =>
    address === 'https://willow-bank.slack.com/x' ? '/ana/CWILLOW' : undefined,
  people: [
    { id: 'UANA', name: 'Ana Ortiz' },
    { id: 'UEVIL', name: EVIL },
  ],
  channels: [{ id: 'CWILLOW', name: 'willow-team' }],
};
