import { DrawnElement } from './shadow';
import { standInStyle } from './standIn';

/** In the place of a plugin's component: which it is, and that it is not run here. */
class PluginElement extends DrawnElement {
  constructor() {
    super(
      `:host { display: block; min-height: 60px; } ${standInStyle}`,
      '<div class="stand-in">插件组件<small></small><small>模拟器不运行插件</small></div><slot></slot>',
    );
  }

  name(from: string): this {
    this.piece('small').textContent = from;
    return this;
  }
}

const tag = 'wx-plugin-component';

export function pluginElement(from: string): HTMLElement {
  if (!customElements.get(tag)) customElements.define(tag, PluginElement);
  return new PluginElement().name(from);
}
