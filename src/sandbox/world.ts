import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { AppManifest, UserSeed, WorldSeed } from './slack/world.ts';

/**
 * The one named world of tests, sandbox and screenshots: Willow Bank, a fictional care co-op.
 * Nothing in it is random, and nobody in it is real.
 */
export const people = {
  ana: 'UANA',
  ben: 'UBEN',
  cai: 'UCAI',
  dee: 'UDEE',
  eli: 'UELI',
  fay: 'UFAY',
  hana: 'UHANA',
  gus: 'UGUS',
  /** A former member whose account is closed. */
  ida: 'UIDA',
  /** Somebody of the workspace who is in no circle. */
  otto: 'UOTTO',
} as const;

export const bot = 'UCONSENT';

export const channels = {
  general: 'CGENERAL',
  /** The Willow Team decides here. */
  willow: 'CWILLOW',
  /** The Co-op Circle, into which the Willow Team is linked. */
  coop: 'CCOOP',
  /** Private, and the bot is not in it. */
  rota: 'CROTA',
} as const;

const ZONE = 'Europe/London';

const users: readonly UserSeed[] = [
  { id: people.ana, name: 'ana', realName: 'Ana Ortiz', tz: ZONE },
  { id: people.ben, name: 'ben', realName: 'Ben Okafor', tz: ZONE },
  { id: people.cai, name: 'cai', realName: 'Cai Lewis', tz: ZONE },
  { id: people.dee, name: 'dee', realName: 'Dee Novak', tz: ZONE },
  { id: people.eli, name: 'eli', realName: 'Eli Haddad', tz: ZONE },
  { id: people.fay, name: 'fay', realName: 'Fay Lindqvist', tz: 'Europe/Stockholm' },
  { id: people.hana, name: 'hana', realName: 'Hana Sato', tz: ZONE },
  { id: people.gus, name: 'gus', realName: 'Gus Meyer', tz: ZONE, guest: 'single' },
  { id: people.ida, name: 'ida', realName: 'Ida Brandt', tz: ZONE, isDeactivated: true },
  { id: people.otto, name: 'otto', realName: 'Otto Keller', tz: ZONE, isWorkspaceAdmin: true },
  { id: 'UHELPER', name: 'rotabot', realName: 'Rota Bot', isBot: true },
];

/** The people whom the sandbox lets you be, with what they do at Willow Bank. */
export const cast: readonly { readonly id: string; readonly role: string }[] = [
  { id: people.ana, role: 'facilitates the Willow Team' },
  { id: people.ben, role: 'secretary of the Willow Team' },
  { id: people.cai, role: 'facilitates too, and is delegate to the Co-op Circle' },
  { id: people.dee, role: 'member of the Willow Team' },
  { id: people.eli, role: 'member of the Willow Team, on leave' },
  { id: people.fay, role: 'new in the Willow Team, still learning' },
  { id: people.gus, role: 'guest of the Willow Team' },
  { id: people.hana, role: 'facilitates the Co-op Circle' },
  { id: people.otto, role: 'runs the workspace, is in no circle' },
];

/** The app's secrets in the pretend Slack; worth nothing anywhere else. */
export const app = {
  id: 'ACONSENT',
  botId: 'BCONSENT',
  botUserId: bot,
  signingSecret: 'pretendsigningsecret0123456789ab',
  botToken: 'xoxb-pretend-consent-rounds',
  appToken: 'xapp-pretend-consent-rounds',
} as const;

/** The world as the pretend Slack takes it. Scopes and commands come from the real manifest. */
export function worldSeed(): WorldSeed {
  const { ana, ben, cai, dee, eli, fay, gus, hana, ida, otto } = people;
  return {
    team: { id: 'TWILLOW', name: 'Willow Bank Care Co-op', domain: 'willow-bank' },
    app: { ...app, manifest: manifest() },
    users,
    channels: [
      {
        id: channels.general,
        name: 'general',
        topic: 'News for everybody at Willow Bank',
        members: [ana, ben, cai, dee, eli, fay, hana, otto, bot],
      },
      {
        id: channels.willow,
        name: 'willow-team',
        topic: 'The Willow Team: good days at home for the people we support',
        members: [ana, ben, cai, dee, eli, fay, gus, ida, bot, 'UHELPER'],
      },
      {
        id: channels.coop,
        name: 'co-op-circle',
        topic: 'Links of all teams',
        members: [ana, cai, hana, bot],
      },
      {
        id: channels.rota,
        name: 'rota-swaps',
        isPrivate: true,
        topic: 'Who swaps with whom',
        members: [ana, ben, dee],
      },
    ],
  };
}

/** The app's own manifest, as an installation would paste it. */
export function manifest(): AppManifest {
  const file = new URL('../../manifest.yml', import.meta.url);
  return parse(readFileSync(file, 'utf8')) as AppManifest;
}
