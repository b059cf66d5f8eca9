import type { PhoneSystem } from '../system/phoneSystem';
import { askForSubscriptions, type Subscriptions, type TemplateLine } from '../system/subscribeSheet';
import { needsTap, userGesture } from '../system/userGesture';
import { ApiRefusal, byConvention } from './convention';

/** Templates in one request. [doc] */
const mostTemplates = 5;

/** `wx.requestSubscribeMessage`: WeChat shows the templates, the local cloud counts what was allowed. */
export function subscriptionApi(system: PhoneSystem) {
  const { gateway } = system;
  return {
    requestSubscribeMessage: byConvention('requestSubscribeMessage', async (options) => {
      const { tmplIds } = options as { tmplIds?: unknown };
      if (!userGesture.isOn) throw new ApiRefusal(needsTap);
      const ids = readIds(tmplIds);
      const answers = await answersFor(system, ids);
      const result = (await gateway.ask('/subscribe', { answers })) as Record<string, string>;
      return Object.fromEntries(Object.entries(result).filter(([name]) => name !== 'errCode'));
    }),
  };
}

function readIds(given: unknown): string[] {
  const failure = (errCode: number, message: string) => new ApiRefusal(message, { errCode });
  if (!Array.isArray(given) || given.length === 0) throw failure(10001, "TmplIds can't be empty");
  if (given.some((id) => typeof id !== 'string')) throw failure(10004, 'Invalid template id');
  if (given.length > mostTemplates) throw failure(20003, 'Templates count out of max bounds');
  return given as string[];
}

/** What the user says to each template. Kept answers show no dialog, and the cloud knows them anyway. [doc] */
async function answersFor(system: PhoneSystem, ids: readonly string[]): Promise<Record<string, string>> {
  const silent = Object.fromEntries(ids.map((id) => [id, 'reject']));
  const { mainSwitch = true, itemSettings = {} } = (await system.gateway.look(
    '/subscriptions',
  )) as Partial<Subscriptions>;
  const known = await templates();
  const open = ids.filter((id) => itemSettings[id] === undefined);
  const shown = open.flatMap((id) => known.filter((template) => template.id === id));
  const types = new Set(known.filter(({ id }) => ids.includes(id)).map(({ type }) => type));
  // The cloud refuses these as a whole; there is nothing to ask.
  if (!mainSwitch || types.size > 1 || open.length !== shown.length || shown.length === 0) return silent;
  const { choices, keep } = await askForSubscriptions(system, distinct(shown));
  const spoken = shown.map(({ id }) => {
    const accepted = choices[id] === 'accept';
    const word = keep ? (accepted ? 'always' : 'never') : accepted ? 'accept' : 'reject';
    return [id, word] as const;
  });
  return { ...silent, ...Object.fromEntries(spoken) };
}

/** Of templates with the same title one is shown. [doc] */
function distinct(shown: readonly TemplateLine[]): TemplateLine[] {
  return shown.filter(
    (template, index) => shown.findIndex(({ title }) => title === template.title) === index,
  );
}

async function templates(): Promise<TemplateLine[]> {
  const response = await fetch('/phone/templates');
  return ((await response.json()) as { templates: TemplateLine[] }).templates;
}
