import type { Workspace } from '../workspace.ts';

/**
 * What a person typed, as Slack writes it down: `&`, `<` and `>` escaped, `@name` and `#name`
 * turned into mentions of whom and what they name, links in angle brackets.
 */
export function escaped(workspace: Workspace, typed: string): string {
  const { users, channels } = workspace.state;
  const safe = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe
    .replaceAll(/(?<=^|\s)https?:\/\/[^\s]+/g, (link) => `<${link}>`)
    .replaceAll(/(?<=^|\s)@([\w.-]+)/g, (whole, name) => {
      const user = [...users.values()].find((each) => each.name === name);
      return user === undefined ? whole : `<@${user.id}>`;
    })
    .replaceAll(/(?<=^|\s)#([\w.-]+)/g, (whole, name) => {
      const channel = [...channels.values()].find((each) => each.name === name);
      if (channel === undefined) return whole;
      return `<#${channel.id}|${channel.kind === 'private' ? '' : channel.name}>`;
    });
}
