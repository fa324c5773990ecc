import type { Sandbox } from '../sandbox.ts';
import { WILLOW_BANK_ZONE } from '../story.ts';
import type { PretendSlack } from '../slack/pretend-slack.ts';
import type { Screen } from '../slack/screen.ts';
import type { User } from '../slack/state/user.ts';
import { cast } from '../world.ts';
import type { Address } from './address.ts';
import type { Person } from './controls.ts';
import type { Scene } from './page.ts';
import { placeOfPermalink } from './permalink.ts';
import type { Reader } from './reader.ts';

/** Gathers what a page is drawn from. Everything of Slack's comes from this person's own screen. */
export async function sceneFor(
  sandbox: Sandbox,
  address: Address,
  showsHappened: boolean,
): Promise<Scene | undefined> {
  const { slack, acts, world } = sandbox;
  const user = userNamed(slack, address.handle);
  if (user === undefined) return undefined;
  const screen = slack.screenOf(user.id);
  const { app, team } = slack.state;
  const { manifest, botUserId } = app;
  return {
    screen,
    address,
    showsHappened,
    reader: readerOf(slack, screen),
    people: peopleOf(slack),
    nextDeadline: await sandbox.nextDeadline(),
    zone: WILLOW_BANK_ZONE,
    team: team.name,
    botId: botUserId,
    botName: manifest.display_information.name,
    isBotReadOnly: manifest.features?.app_home?.messages_tab_read_only_enabled === true,
    happening: showsHappened ? await acts.last(user.id) : undefined,
    world,
  };
}

/** Somebody whom the page lets you be, by handle. */
export function userNamed(slack: PretendSlack, handle: string): User | undefined {
  const found = [...slack.state.users.values()].find(({ name }) => name === handle);
  return cast.some(({ id }) => id === found?.id) ? found : undefined;
}

function peopleOf({ state }: PretendSlack): Person[] {
  return cast.flatMap(({ id, role }) => {
    const user = state.users.get(id);
    return user === undefined ? [] : [{ id, role, handle: user.name, name: user.realName }];
  });
}

function readerOf({ state }: PretendSlack, screen: Screen): Reader {
  const { domain } = state.team;
  const channels = screen.channels.map(({ id, name }) => ({ id, name }));
  const people = [...state.users.values()]
    .filter(({ isBot, isDeactivated }) => !isBot && !isDeactivated)
    .map(({ id, realName }) => ({ id, name: realName }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  return {
    id: screen.user.id,
    zone: screen.user.tz,
    now: screen.now,
    nameOf: (id) => state.users.get(id)?.realName,
    handleOf: (id) => state.users.get(id)?.name ?? id,
    channelNameOf: (id) => channels.find((channel) => channel.id === id)?.name,
    placeOf: (url) => placeOfPermalink(url, { domain, handle: screen.user.name }),
    people,
    channels,
  };
}
