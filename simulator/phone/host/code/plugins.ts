import type { ComponentConfig } from '../../artefact/artefact';
import { pluginElement } from '../builtins/pluginElement';

const address = /^(?:plugin|dynamicLib):\/\//;

/** Components of plugins by the tag they are used with: their code lies with WeChat, in their place stands their name. */
const components = new Map<string, string>();

/** A configuration without the components of plugins; each is named in the console. */
export function withoutPlugins(path: string, config: ComponentConfig): ComponentConfig {
  const used = Object.entries(config.usingComponents ?? {});
  const foreign = used.filter(([, from]) => address.test(from));
  if (foreign.length === 0) return config;
  for (const [tag, from] of foreign) {
    components.set(tag, from);
    console.error(`${path}: component "${from}" is not supported by the simulator, which runs no plugins`);
  }
  const own = used.filter((entry) => !foreign.includes(entry));
  return { ...config, usingComponents: Object.fromEntries(own) };
}

/** The element to draw for a tag that stands for a plugin's component. */
export function pluginStandIn(tag: string): HTMLElement | undefined {
  const from = components.get(tag);
  return from === undefined ? undefined : pluginElement(from);
}

/** The global of that name. */
export function requirePlugin(name: string): never {
  throw new Error(`plugin "${name}" is not supported by the simulator, which runs no plugins`);
}
